/** Where a reader's wish to keep the key `/` for other things is stored: `off`. */
export const shortcutKey = 'request-path:search-key';

/** What of a key press decides. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing'>;

/**
 * True when a key press asks for the search: Ctrl-K or Cmd-K anywhere, `/` where nothing is being typed.
 * @param isTyping the key goes into a field
 * @param isOff the reader has switched `/` off
 */
export function opensSearch({ key, ctrlKey, metaKey, altKey, shiftKey, isComposing }: KeyPress, isTyping: boolean, isOff: boolean): boolean {
  if (altKey || isComposing) return false;
  if (ctrlKey || metaKey) return key.toLowerCase() === 'k' && !shiftKey && ctrlKey !== metaKey;
  return key === '/' && !isTyping && !isOff;
}
