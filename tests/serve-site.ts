import { existsSync } from 'node:fs';
import { serve } from '../src/server/serve.ts';
import { dist } from './site.ts';

/** Serves dist/ while the tests run; they find it through SITE_UNDER_TEST. */
export default async function serveSite(): Promise<() => Promise<void>> {
  if (!existsSync(dist)) throw new Error('There is no dist/; run npm run build first.');
  const running = await serve({ folder: dist, port: 0, host: '127.0.0.1', base: process.env['BASE_PATH'] ?? '/' });
  process.env['SITE_UNDER_TEST'] = `http://127.0.0.1:${running.port}`;
  return running.stop;
}
