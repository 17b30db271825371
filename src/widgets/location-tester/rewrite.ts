import { unescapeRedirect } from './escape.ts';
import { answer, finish } from './finish.ts';
import type { Code } from './config-types.ts';
import type { Next, Run } from './run.ts';

const redirects = new Set([301, 302, 303, 307, 308]);

/**
 * Runs the instructions of the rewrite module of the current block (`ngx_http_rewrite_handler`).
 * @returns where the request goes, or nothing when it goes on
 */
export function rewritePhase(run: Run): Next | undefined {
  for (const code of run.block.codes) {
    switch (code.is) {
      case 'not-simulated':
        break;
      case 'break':
        run.note({ kind: 'break', line: code.line });
        if (run.uriChanged) {
          run.validLocation = false;
          run.uriChanged = false;
        }
        return undefined;
      case 'return':
        return returns(run, code);
      case 'rewrite': {
        const next = rewrite(run, code);
        if (next === 'stop') return undefined;
        if (next) return next;
      }
    }
  }
  return undefined;
}

function returns(run: Run, { line, status, text }: Code & { is: 'return' }): Next {
  run.note({ kind: 'return', line, status });
  if (status >= 400 && (text === undefined || text.source === '')) return finish(run, status, 'return');
  const value = text && run.text(text);
  if (redirects.has(status)) {
    run.locationField = value ?? '';
    return finish(run, status, 'return');
  }
  return answer(run, status, value);
}

function rewrite(run: Run, code: Code & { is: 'rewrite' }): Next | 'stop' | undefined {
  const { line, regex, replacement, redirect, flag, keepArguments } = code;
  if (!run.match(regex)) {
    run.forgetCaptures();
    run.note({ kind: 'rewrite-no', line, pattern: regex.source });
    return undefined;
  }
  run.internal = true;
  run.validUnparsed = false;
  run.uriChanged = flag !== 'break';
  if (flag === 'break') run.validLocation = false;

  let path = '';
  let args: string | undefined;
  const add = (text: string): void => {
    if (args === undefined) path += text;
    else args += text;
  };
  for (const piece of replacement.pieces) {
    if (piece.is === 'text') add(piece.text);
    else if (piece.is === 'variable') add(run.variable(piece.name));
    else if (piece.is === 'capture') add(redirect !== undefined || args !== undefined ? run.quotedCapture(piece.n) : run.capture(piece.n));
    else args = '';
  }

  const kept = keepArguments && run.args !== '' ? run.args : undefined;
  if (redirect !== undefined) {
    const url = unescapeRedirect(path) + (kept === undefined ? '' : `${replacement.hasArguments ? '&' : '?'}${kept}`);
    run.note({ kind: 'rewrite-redirect', line, pattern: regex.source, status: redirect, url });
    run.locationField = url;
    return finish(run, redirect, 'return');
  }
  if (args !== undefined) run.args = kept === undefined ? args : `${args}&${kept}`;
  else if (!keepArguments) run.args = '';
  run.uri = path;
  run.note({ kind: 'rewrite', line, pattern: regex.source, uri: run.uri, args: run.args, flag });
  if (path === '') {
    run.note({ kind: 'empty-uri' });
    return finish(run, 500, 'error');
  }
  return flag === 'last' || flag === 'break' ? 'stop' : undefined;
}
