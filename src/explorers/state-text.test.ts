import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BrokenStateError, decodeState, encodeState, stateLimit } from './state-text.ts';

test('any state comes back as it was', async () => {
  await fc.assert(
    fc.asyncProperty(fc.jsonValue(), async (state) => {
      const text = await encodeState(state);
      expect(text).toMatch(/^[\w-]+$/);
      expect(await decodeState(text)).toEqual(JSON.parse(JSON.stringify(state)));
    }),
    { numRuns: 100 },
  );
});

test('a configuration of 2 kB fits into an address', async () => {
  const config = 'location /static/ { root /srv/shop; }\n'.repeat(54);
  expect((await encodeState({ config })).length).toBeLessThan(200);
});

test.each([
  ['nothing', ''],
  ['words', 'not a state!'],
  ['markup', '<img src=x onerror=alert(1)>'],
  ['cut', (await encodeState({ config: 'abcdefgh'.repeat(50) })).slice(0, -4)],
  ['more than is allowed', 'A'.repeat(stateLimit + 1)],
  ['a bomb', await encodeState('a'.repeat(stateLimit * 4))],
])('%s is refused', async (_, text) => {
  await expect(decodeState(text)).rejects.toThrow(BrokenStateError);
});
