/**
 * `npm run nginx:conf`: prints a server block of Nginx for the site in dist/.
 * `--root /srv/request-path --name guide.example --listen 80` say where it will stand.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { nginxConf } from '../hosting/nginx-conf.ts';
import { readRedirects } from '../hosting/redirects.ts';
import { normalBase } from '../server/address.ts';
import { builtBase, dist } from './build-record.ts';
import { runTool, ToolError } from './run-tool.ts';

await runTool(async () => {
  const { values } = parseArgs({
    options: { root: { type: 'string', default: '/srv/request-path' }, name: { type: 'string', default: '_' }, listen: { type: 'string', default: '80' } },
  });
  for (const [option, value] of Object.entries(values)) {
    if (!/^[\w./:[\] *-]+$/.test(value)) throw new ToolError(`--${option} ${value} would not be read by Nginx as one word: leave out quotes, braces and semicolons.`);
  }
  if (!existsSync(join(dist, '_redirects'))) throw new ToolError('There is no built site: run npm run build first.');
  const redirects = readRedirects(readFileSync(join(dist, '_redirects'), 'utf8'));
  process.stdout.write(nginxConf(dist, redirects, { listen: values.listen, serverName: values.name, root: values.root, base: normalBase(builtBase()) }));
  return 0;
});
