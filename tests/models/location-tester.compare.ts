import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fromBytes } from '../../src/widgets/location-tester/bytes.ts';
import { ConfigError, NotSimulatedError, route } from '../../src/widgets/location-tester/model.ts';
import { surpriseFiles, surprises } from '../../src/widgets/location-tester/surprises.ts';
import { ownAddress } from '../../src/widgets/location-tester/run.ts';
import { Chance, files, generate } from './location-tester/generate.ts';
import { addressOf, checkConfig, RealNginx } from './location-tester/real-nginx.ts';
import { wrongConfigs } from './location-tester/wrong-configs.ts';
import type { Comparison } from '../../src/lab/comparison.ts';
import type { NeedName } from '../../src/lab/needs.ts';
import type { Route } from '../../src/widgets/location-tester/model.ts';
import type { GeneratedCase } from './location-tester/generate.ts';
import type { RealAnswer } from './location-tester/real-nginx.ts';

export const needs: readonly NeedName[] = ['namespace', 'nginx'];

/** How many configurations with how many targets each. */
const sizes = { configs: 70, targets: 6 };

/**
 * Runs the location tester's `route()` beside Nginx: generated pairs of configuration and target,
 * configurations that are wrong, and the cases of the cheat sheet.
 */
export async function compare(seed = 20261121, { configs, targets } = sizes): Promise<Comparison> {
  makeFiles();
  const differences: string[] = [];
  const chance = new Chance(seed);
  const good = new Map<number, GeneratedCase>();
  let refused = 0;
  for (let n = 1; n <= configs; n += 1) {
    const one = generate(chance, addressOf(n), targets);
    const ours = configError(one.config);
    const real = checkConfig(one.config, n);
    if (ours !== real) differences.push(`seed ${String(seed)}, nginx -t:\n${one.config}ours: ${String(ours)}\nreal: ${String(real)}`);
    if (ours === undefined && real === undefined) good.set(n, one);
    else refused += 1;
  }
  // The cases of the cheat sheet, which have no field X-At of their own.
  for (const [i, { config, target }] of surprises.entries()) good.set(configs + 1 + i, { config: marked(config), targets: [target] });
  const fixed = wrongConfigs.filter((config, i) => {
    const ours = configError(config);
    const real = checkConfig(config, configs + surprises.length + 1 + i);
    if (ours !== real) differences.push(`nginx -t:\n${config}\nours: ${String(ours)}\nreal: ${String(real)}`);
    return real !== undefined;
  });
  if (fixed.length !== wrongConfigs.length) differences.push('Nginx accepts one of the configurations that are meant to be wrong.');

  const nginx = await RealNginx.start(new Map([...good].map(([n, { config }]) => [n, config])));
  let pairs = 0;
  const kinds = new Map<string, number>();
  try {
    for (const [n, { config, targets: list }] of good) {
      for (const target of list) {
        pairs += 1;
        const ours = routed(config, target);
        const real = await nginx.ask(n, target);
        if (!(ours instanceof Error)) kinds.set(ours.outcome.kind, (kinds.get(ours.outcome.kind) ?? 0) + 1);
        // A request that is refused early is redirected to the server's address, which is another one for each.
        const own = { ...real, head: real.head.replace(`\r\nLocation: http://${addressOf(n)}`, `\r\nLocation: http://${ownAddress}`) };
        const wrong = ours instanceof Error ? ours.message : differs(ours, own);
        if (wrong === undefined) continue;
        const said = ours instanceof Error ? ours.message : JSON.stringify({ location: ours.location, uri: ours.uri, outcome: ours.outcome, status: ours.status });
        differences.push(
          `seed ${String(seed)}, server ${String(n)}: ${wrong}\n${config}target: ${JSON.stringify(target)}\nours: ${said}\nreal: ${JSON.stringify(real.head.slice(0, 400))} ${JSON.stringify(real.body.slice(0, 120))}`,
        );
      }
    }
  } finally {
    nginx.stop();
  }
  const shares = [...kinds].map(([kind, count]) => `${String(count)} ${kind}`).join(', ');
  return {
    cases: pairs + refused + fixed.length,
    differences,
    notes: [
      `seed ${String(seed)}: ${String(pairs)} pairs of ${String(good.size)} configurations (${shares}), ${String(surprises.length)} of them the cheat sheet's`,
      `${String(refused + fixed.length)} configurations that nginx -t refuses`,
    ],
  };
}

function makeFiles(): void {
  if (spawnSync('mount', ['-t', 'tmpfs', 'tmpfs', '/srv']).status !== 0) throw new Error('/srv could not be covered by an empty folder.');
  for (const file of everyFile) {
    mkdirSync(file.endsWith('/') ? file : dirname(file), { recursive: true });
    if (!file.endsWith('/')) writeFileSync(file, `FILE ${file}`);
  }
}

/** Puts the field that tells location and path into each location of a case, on the line of its brace. */
function marked(config: string): string {
  const lines = config.split('\n').map((line, i) => line.replace(/^location .*? \{/, (head) => `${head} add_header X-At "${String(i + 1)} $uri|" always;`));
  return `add_header X-At "S $uri|" always; ${lines.join('\n')}`;
}

const everyFile: readonly string[] = [...files, ...surpriseFiles];

/** The package's own folder, where requests go when no `root` is set. */
const packaged = '/usr/share/nginx/html';

function routed(config: string, target: string): Route | Error {
  const own = existsSync(packaged) ? [`${packaged}/`, ...readdirSync(packaged).map((name) => `${packaged}/${name}`)] : [];
  try {
    return route(config, target, { files: [...everyFile, ...own] });
  } catch (error) {
    if (error instanceof ConfigError || error instanceof NotSimulatedError) return error;
    throw error;
  }
}

function configError(config: string): string | undefined {
  const result = routed(config, '/');
  if (result instanceof NotSimulatedError) return `not simulated: ${result.what}`;
  return result instanceof Error ? result.message : undefined;
}

/** What differs between ours and the real answer, or nothing. */
function differs(ours: Route, real: RealAnswer): string | undefined {
  const { outcome } = ours;
  const text = (bytes: string): string => fromBytes(bytes);
  if (real.closed || ours.status === null) {
    if (outcome.kind !== 'proxy' || real.closed) return real.closed === (ours.status === null && outcome.kind !== 'proxy') ? undefined : 'closed or not';
  }
  const at = /\r\nX-At: (\S+) ([^]*?)\|\r\n/.exec(real.head);
  if (!at) return 'no field X-At';
  const location = ours.location === null ? 'S' : String(ours.location.line);
  if (at[1] !== location) return `another location: ${location}, really ${String(at[1])}`;
  if (text(at[2] ?? '') !== ours.uri) return `another $uri: ${ours.uri}, really ${text(at[2] ?? '')}`;
  if (real.status !== (ours.status ?? 200)) return `another status: ${String(ours.status)}, really ${String(real.status)}`;
  if (outcome.kind === 'proxy') return text(real.body) === `UP ${outcome.target}` ? undefined : 'another target for the upstream';
  if (outcome.kind === 'file') return text(real.body) === `FILE ${outcome.path}` || (outcome.path.startsWith(packaged) && !/^UP |^FILE /.test(real.body)) ? undefined : 'another file';
  const own = /<hr><center>nginx/.test(real.body) || real.body === '';
  if (outcome.kind === 'error') return own ? undefined : 'not an error page of Nginx';
  if (outcome.location === undefined ? /\r\nLocation: /.test(real.head) : !text(real.head).includes(`\r\nLocation: ${outcome.location}\r\n`)) return 'another Location';
  return outcome.body === undefined ? (own ? undefined : 'another body') : text(real.body) === outcome.body ? undefined : 'another body';
}
