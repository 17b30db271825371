import { urlUri } from './config-directives.ts';
import { escapeUri } from './escape.ts';
import { fromBytes } from './bytes.ts';
import { cut, finish, internalRedirect, namedLocation } from './finish.ts';
import type { Proxy, TryFiles } from './config-types.ts';
import type { Next, Run } from './run.ts';
import type { Template } from './template.ts';

const defaultIndex: readonly Template[] = [{ source: 'index.html', pieces: [], dynamic: false, hasArguments: false }];

/** `try_files`, then whatever makes the answer: the upstream, an index file, a file. */
export function contentPhase(run: Run): Next {
  const { block } = run;
  return (block.tryFiles && tryFiles(run, block.tryFiles)) ?? (block.proxy ? proxy(run, block.proxy) : (index(run) ?? file(run)));
}

function aliasAfterRewrite(run: Run): Next {
  run.note({ kind: 'alias-after-rewrite' });
  return finish(run, 500, 'error');
}

/** `ngx_http_try_files_handler`; nothing when a file was found and the request goes on with it. */
function tryFiles(run: Run, { line, files, code }: TryFiles): Next | undefined {
  const replaces = run.block.root?.replaces ?? 0;
  for (const [i, { source, template, directory }] of files.entries()) {
    const mapped = run.mapped();
    if (!mapped) return aliasAfterRewrite(run);
    let name = run.text(template);
    // Inside an `alias` the location's name is cut off, but only of a parameter with variables.
    if (template.dynamic && typeof replaces === 'number' && replaces > 0 && name.length >= replaces && name.startsWith(run.uri.slice(0, replaces))) {
      name = name.slice(replaces);
    }
    if (i === files.length - 1) {
      run.note({ kind: 'try-last', line, parameter: source });
      if (code > 0) return finish(run, code, code < 400 ? 'return' : 'error');
      if (name.startsWith('@')) return namedLocation(run, name);
      const [path, args] = cut(name);
      return internalRedirect(run, path, args ?? '');
    }
    const wanted = directory ? 'directory' : 'file';
    const { found } = run.files.look(mapped.directory + name);
    run.note({ kind: 'try', line, parameter: source, path: mapped.directory + name, wanted, found });
    if (found !== wanted) continue;
    if (replaces === 'captures') {
      if (!directory) {
        run.uri = name;
        run.addUriToAlias = true;
      }
    } else run.uri = run.uri.slice(0, replaces) + name;
    return undefined;
  }
  return undefined;
}

/** `ngx_http_proxy_create_request`: what the upstream gets to see. */
function proxy(run: Run, { line, url, uri: fixed, location }: Proxy): Next {
  let uri = fixed;
  if (url.dynamic) {
    const value = run.freshText(url);
    const scheme = /^https?:\/\/(?=.)/is.exec(value)?.[0];
    const parsed = scheme === undefined ? 'invalid' : urlUri(value.slice(scheme.length));
    if (typeof parsed === 'string') {
      run.note({ kind: 'bad-upstream', url: value });
      return finish(run, 500, 'error');
    }
    uri = parsed.uri.startsWith('?') ? `/${parsed.uri}` : parsed.uri;
  }
  const send = (how: 'as-received' | 'replaced' | 'variables' | 'normalised', target: string): Next => {
    if (target === '') {
      run.note({ kind: 'empty-uri' });
      return finish(run, 500, 'error');
    }
    run.note({ kind: 'proxy', line, how, target });
    return { done: { kind: 'proxy', target: fromBytes(target) } };
  };
  if (url.dynamic && uri !== '') return send('variables', uri);
  if (uri === '' && run.validUnparsed) return send('as-received', run.request.unparsed);
  const rest = run.uri.slice(run.validLocation && uri !== '' ? location.length : 0);
  const path = run.request.quoted || run.internal ? escapeUri(rest) : rest;
  const target = (run.validLocation ? uri : '') + path + (run.args === '' ? '' : `?${run.args}`);
  return send(uri !== '' && run.validLocation ? 'replaced' : 'normalised', target);
}

/** `ngx_http_index_handler`; nothing when the path ends in no slash. */
function index(run: Run): Next | undefined {
  if (!run.uri.endsWith('/')) return undefined;
  let tested = false;
  for (const template of run.block.index ?? defaultIndex) {
    const name = run.text(template, true);
    if (!template.dynamic && name.startsWith('/')) return internalRedirect(run, name, run.args);
    const mapped = run.mapped();
    if (!mapped) return aliasAfterRewrite(run);
    if (name.startsWith('/')) return internalRedirect(run, name, run.args);
    const base = mapped.path;
    const { found } = run.files.look(base + name);
    run.note({ kind: 'index', path: base + name, found });
    if (found === 'file' || found === 'directory') return internalRedirect(run, run.uri + name, run.args);
    if (found !== 'missing') return finish(run, 404, 'error');
    if (tested) continue;
    const directory = run.files.look(base.length > 1 && base.endsWith('/') ? base.slice(0, -1) : base).found;
    if (directory === 'missing') return finish(run, 404, 'error');
    if (directory !== 'directory') return finish(run, 500, 'error');
    tested = true;
  }
  run.note({ kind: 'no-index', path: run.mapped()?.path ?? '' });
  return finish(run, 403, 'error');
}

/** `ngx_http_static_handler`. */
function file(run: Run): Next {
  const mapped = run.mapped();
  if (!mapped) return aliasAfterRewrite(run);
  const { found, path } = run.files.look(mapped.path);
  const { root } = run.block;
  run.note({ kind: 'file', path: mapped.path, found, by: root?.directive ?? 'root', line: root?.line ?? 0 });
  if (found === 'file') return { done: { kind: 'file', path: fromBytes(path) } };
  if (found !== 'directory') return finish(run, 404, 'error');
  run.locationField = `${escapeUri(run.uri)}/${run.args === '' ? '' : `?${run.args}`}`;
  return finish(run, 301, 'return');
}
