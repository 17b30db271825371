import { expect, test } from 'vitest';
import { scriptJson } from './script-json.ts';

test('text that looks like markup stays data and is read back as it was', () => {
  const value = { stem: 'A page ends with </script><!-- <script>', of: [1, null] };
  expect(scriptJson(value)).not.toContain('<');
  expect(JSON.parse(scriptJson(value))).toEqual(value);
});
