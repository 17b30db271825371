import { fromBytes } from './bytes.ts';
import type { ErrorPage } from './config-types.ts';
import type { Next, Outcome, Run } from './run.ts';

/** Statuses with which Nginx closes the connection and says nothing. */
export const silent: ReadonlySet<number> = new Set([408, 444, 499]);
/** Statuses that are sent without a body. */
const bodiless = new Set([204, 304]);

/**
 * Ends a request by a status: `ngx_http_finalize_request` and `ngx_http_special_response_handler`.
 * An `error_page` may send it elsewhere.
 * @param kind whether the configuration asked for it (`return`, redirects) or something was wrong
 */
export function finish(run: Run, status: number, kind: 'return' | 'error'): Next {
  if (silent.has(status)) {
    run.note({ kind: 'closed', status });
    return { done: { kind, status } };
  }
  run.errorStatus = status;
  const { errorPages } = run.block;
  if (!run.onErrorPage && errorPages && run.changesLeft > 0) {
    if (run.block.recursiveErrorPages !== true) run.onErrorPage = true;
    const page = errorPages.find((one) => one.status === status);
    if (page) return errorPage(run, page);
  }
  const shown = status >= 494 && status <= 497 ? 400 : status;
  if (kind === 'error') return { done: { kind, status: shown } };
  return { done: withLocation({ kind, status: shown }, run.absoluteLocation()) };
}

/** Ends a request by a body (`ngx_http_send_response`). */
export function answer(run: Run, status: number, body: string | undefined): Next {
  const shown = run.errorStatus || status;
  const text = body === undefined || bodiless.has(shown) ? {} : { body: fromBytes(body) };
  return { done: withLocation({ kind: 'return', status: shown, ...text }, run.absoluteLocation()) };
}

function withLocation(outcome: Outcome & { kind: 'return' }, location: string | undefined): Outcome {
  return location === undefined ? outcome : { ...outcome, location: fromBytes(location) };
}

function errorPage(run: Run, { line, status, overwrite, page }: ErrorPage): Next {
  if (overwrite >= 0) run.errorStatus = overwrite;
  const uri = run.text(page);
  run.note({ kind: 'error-page', line, status, page: uri });
  if (uri.startsWith('/')) {
    const [path = '', args] = cut(uri);
    return internalRedirect(run, path, args ?? '');
  }
  if (uri.startsWith('@')) return namedLocation(run, uri);
  if (![301, 302, 303, 307, 308].includes(overwrite)) run.errorStatus = 302;
  run.locationField = uri;
  return { done: withLocation({ kind: 'return', status: run.errorStatus }, run.absoluteLocation()) };
}

/** Splits at the first `?`. */
export function cut(uri: string): [path: string, args: string | undefined] {
  const at = uri.indexOf('?');
  return at < 0 ? [uri, undefined] : [uri.slice(0, at), uri.slice(at + 1)];
}

/** `ngx_http_internal_redirect`: the search begins anew with another path. */
export function internalRedirect(run: Run, uri: string, args: string): Next {
  run.changesLeft -= 1;
  if (run.changesLeft === 0) {
    run.note({ kind: 'cycle' });
    return finish(run, 500, 'error');
  }
  run.note({ kind: 'internal-redirect', uri: args === '' ? uri : `${uri}?${args}` });
  run.uri = uri;
  run.args = args;
  run.block = run.server.block;
  run.internal = true;
  run.validUnparsed = false;
  run.addUriToAlias = false;
  run.validLocation = true;
  return { go: 'server-rewrite' };
}

/** `ngx_http_named_location`: the location changes, the path does not. */
export function namedLocation(run: Run, name: string): Next {
  run.changesLeft -= 1;
  if (run.changesLeft === 0) {
    run.note({ kind: 'cycle' });
    return finish(run, 500, 'error');
  }
  if (run.uri === '') {
    run.note({ kind: 'empty-uri' });
    return finish(run, 500, 'error');
  }
  const block = run.server.block.locations.find((one) => one.kind === 'named' && one.name === name);
  run.note({ kind: 'named', name, found: block !== undefined });
  if (!block) return finish(run, 500, 'error');
  for (const { directive, line } of block.notSimulated) run.note({ kind: 'not-simulated', directive, line });
  run.internal = true;
  run.uriChanged = false;
  run.block = block;
  return { go: 'rewrite' };
}
