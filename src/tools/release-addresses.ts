/**
 * `npm run release:addresses`: writes content/released.txt, the addresses of this release, at each release. Those of the
 * release before that are sent on stay in the list. Writes nothing while one of them leads nowhere.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addressesOf, lostAddresses, readReleased, releasedFile, releasedText } from '../hosting/addresses.ts';
import { readMoved } from '../hosting/moved.ts';
import { normalBase } from '../server/address.ts';
import { buildIfChanged, builtBase, dist } from './build-record.ts';
import { root, runTool } from './run-tool.ts';

await runTool(async () => {
  if (await buildIfChanged()) console.log('Built dist/.');
  const base = normalBase(builtBase());
  const file = join(root, releasedFile);
  const before = existsSync(file) ? readReleased(readFileSync(file, 'utf8')) : [];
  const lost = lostAddresses(before, dist, readMoved(root));
  if (lost.length > 0) {
    console.error(lost.join('\n'));
    return 1;
  }
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const now = new Set(addressesOf(dist, base));
  const kept = before.filter((address) => !now.has(address));
  writeFileSync(file, releasedText([...now, ...kept].sort(), version));
  console.log(`${releasedFile}: ${now.size + kept.length} addresses, ${before.length ? `${[...now].filter((address) => !before.includes(address)).length} new, ` : ''}${kept.length} sent on.`);
  return 0;
});
