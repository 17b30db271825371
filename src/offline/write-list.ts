import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { offlineList } from './list.ts';

/** `write-list.ts <site>`: writes offline.json into a built site. */
const [site] = process.argv.slice(2);
if (!site) throw new Error('usage: write-list.ts <site>');
writeFileSync(join(site, 'offline.json'), JSON.stringify(offlineList(site)));
