import { fromBytes, toBytes } from './bytes.ts';
import { readConfig } from './config.ts';
import { contentPhase } from './content.ts';
import { ConfigError, NotSimulatedError } from './errors.ts';
import { Files } from './files.ts';
import { findPhase } from './find.ts';
import { finish, silent } from './finish.ts';
import { parseTarget } from './request-target.ts';
import { rewritePhase } from './rewrite.ts';
import { Run, nameOf } from './run.ts';
import type { NotSimulated } from './config-types.ts';
import type { Next, Outcome } from './run.ts';
import type { LocationName, Step } from './steps.ts';

export { ConfigError, NotSimulatedError };
export type { LocationName, NotSimulated, Outcome, Step };

/** Upper bounds of what is read: bytes of the configuration and of the target, number of files. */
export const limits = { config: 8192, target: 2048, files: 200 } as const;

/** What Nginx does with one request. */
export interface Route {
  /** The location that made the answer; `null` when it was the server itself. */
  readonly location: { readonly modifier: string; readonly pattern: string; readonly line: number } | null;
  /** What happened on the way, in order. */
  readonly steps: readonly Step[];
  /** `$uri` at the end; empty when the target was refused. */
  readonly uri: string;
  readonly outcome: Outcome;
  /** The status that the client gets, where Nginx decides it; `null` when the upstream does, or nothing is sent. */
  readonly status: number | null;
  /** The directives of the configuration that are read but not acted on. */
  readonly notSimulated: readonly NotSimulated[];
}

/**
 * Says what Nginx 1.22.1 does with `GET target HTTP/1.1`, field `Host: shop.test`.
 *
 * Left out: other methods and fields, access rules, whether names in `proxy_pass` resolve, what the upstream answers,
 * permissions and symbolic links. Every directive that is not simulated is listed in the result.
 *
 * @param config the content of a `server` block, or a text with a whole `server { … }` (the first one counts)
 * @param target the request target as it stands in the request line, such as `/a%20b?x=1`
 * @param options `files`: absolute paths of the files that exist; one ending in `/` is an empty directory
 * @throws {ConfigError} when Nginx would refuse the configuration
 * @throws {NotSimulatedError} when the model declines: too long, an expression beyond its means, a line break in the target
 */
export function route(config: string, target: string, options: { readonly files?: readonly string[] } = {}): Route {
  const text = toBytes(config);
  const bytes = toBytes(target);
  const { files = [] } = options;
  if (text.length > limits.config) throw new NotSimulatedError('config-too-long', 0, String(limits.config));
  if (bytes.length > limits.target) throw new NotSimulatedError('target-too-long', 0, String(limits.target));
  if (files.length > limits.files) throw new NotSimulatedError('files-too-many', 0, String(limits.files));
  if (/[\r\n]/.test(target)) throw new NotSimulatedError('line-break', 0, '');

  const server = readConfig(text);
  const parsed = parseTarget(bytes, server.mergeSlashes !== false);
  const run = new Run(server, new Files(files.map(toBytes)), parsed, bytes);
  for (const { directive, line } of server.block.notSimulated) run.note({ kind: 'not-simulated', directive, line });
  let next: Next;
  if (parsed.fault) {
    run.note({ kind: 'refused', target: bytes, why: parsed.fault });
    next = finish(run, 400, 'error');
  } else {
    run.note({ kind: 'normalised', target: bytes, uri: run.uri, args: run.args, changes: parsed.changes });
    next = { go: 'server-rewrite' };
  }
  while (!('done' in next)) next = phase(run, next.go);

  const outcome = next.done;
  const location = run.block === server.block ? null : nameOf(run.block);
  return {
    location: location && { modifier: location.modifier, pattern: fromBytes(location.pattern), line: location.line },
    steps: run.steps,
    uri: fromBytes(run.uri),
    outcome,
    status: statusOf(run, outcome),
    notSimulated: server.notSimulated,
  };
}

function phase(run: Run, go: Exclude<Next, { done: Outcome }>['go']): Next {
  switch (go) {
    case 'server-rewrite':
      return rewritePhase(run) ?? { go: 'find' };
    case 'find':
      return findPhase(run);
    case 'rewrite': {
      // The server's own instructions have run before a location was looked for.
      const next = run.block === run.server.block ? undefined : rewritePhase(run);
      return next ?? afterRewrite(run);
    }
    case 'content':
      return contentPhase(run);
  }
}

/** `ngx_http_core_post_rewrite_phase`: a changed path is looked up again, a limited number of times. */
function afterRewrite(run: Run): Next {
  if (!run.uriChanged) return { go: 'content' };
  run.changesLeft -= 1;
  if (run.changesLeft === 0) {
    run.note({ kind: 'cycle' });
    return finish(run, 500, 'error');
  }
  run.note({ kind: 'again', uri: run.uri });
  run.block = run.server.block;
  return { go: 'find' };
}

function statusOf(run: Run, outcome: Outcome): number | null {
  if (outcome.kind === 'proxy') return run.errorStatus || null;
  if (outcome.kind === 'file') return run.errorStatus || 200;
  return silent.has(outcome.status) && run.steps.at(-1)?.kind === 'closed' ? null : outcome.status;
}
