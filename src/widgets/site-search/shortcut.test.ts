import { expect, test } from 'vitest';
import { opensSearch, type KeyPress } from './shortcut.ts';

const press = (key: string, over: Partial<KeyPress> = {}): KeyPress => ({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, isComposing: false, ...over });

test.each([
  ['/', press('/'), false, false, true],
  ['/ where it wants Shift', press('/', { shiftKey: true }), false, false, true],
  ['/ in a field', press('/'), true, false, false],
  ['/ switched off', press('/'), false, true, false],
  ['Ctrl-/', press('/', { ctrlKey: true }), false, false, false],
  ['Ctrl-K', press('k', { ctrlKey: true }), false, false, true],
  ['Ctrl-K in a field, / switched off', press('k', { ctrlKey: true }), true, true, true],
  ['Cmd-K with Caps Lock', press('K', { metaKey: true }), false, false, true],
  ['Ctrl-Shift-K, a tool of the browser', press('K', { ctrlKey: true, shiftKey: true }), false, false, false],
  ['AltGr', press('k', { ctrlKey: true, altKey: true }), false, false, false],
  ['k', press('k'), false, false, false],
  ['a key of an input method', press('/', { isComposing: true }), false, false, false],
])('%s', (_, key, isTyping, isOff, expected) => {
  expect(opensSearch(key, isTyping, isOff)).toBe(expected);
});
