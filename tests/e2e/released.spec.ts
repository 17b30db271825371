import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { lostAddresses, readReleased, releasedFile } from '../../src/hosting/addresses.ts';
import { readMoved } from '../../src/hosting/moved.ts';
import { dist, root } from '../site.ts';

test('every address of the last release still leads to what it led to', () => {
  const released = readReleased(readFileSync(join(root, releasedFile), 'utf8'));
  expect(released.length).toBeGreaterThan(500);
  expect(lostAddresses(released, dist, readMoved(root))).toEqual([]);
});
