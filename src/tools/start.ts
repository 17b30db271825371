/** `npm start` and `npm run preview` (`--no-build`): serves the built site until it is stopped. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { PortError, serve, type Running } from '../server/serve.ts';
import { buildIfChanged, builtBase, dist } from './build-record.ts';
import { readPort } from './port.ts';
import { runTool, ToolError } from './run-tool.ts';

await runTool(async () => {
  const { values } = parseArgs({
    options: { port: { type: 'string' }, host: { type: 'string' }, 'no-build': { type: 'boolean' } },
  });
  const port = readPort(values.port ?? process.env['PORT']);

  const listen = (): Promise<Running> =>
    serve({ folder: dist, port, base: builtBase(), host: values.host }).catch((error: unknown) => {
      throw error instanceof PortError ? new ToolError(error.message) : error;
    });

  if (!values['no-build']) {
    // A taken port is said before the build, not after it.
    await (await listen()).stop();
    console.log((await buildIfChanged()) ? 'Built the site.' : 'Nothing changed since the last build.');
  } else if (!existsSync(join(dist, 'index.html'))) {
    throw new ToolError('There is no built site to serve: run npm run build first, or npm start.');
  }

  const running = await listen();
  console.log(`Request Path is at ${running.url} (stop it with Ctrl-C).`);

  await new Promise<void>((resolve) => process.once('SIGINT', resolve).once('SIGTERM', resolve));
  // A second signal, such as the one that Ctrl-C sends to every process of a terminal, changes nothing.
  process.on('SIGINT', () => undefined).on('SIGTERM', () => undefined);
  await running.stop();
  return 0;
});
