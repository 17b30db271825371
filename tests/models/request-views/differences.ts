import type { Row, View } from '../../../src/widgets/request-views/view.ts';
import type { NginxView } from '../../../src/widgets/request-views/nginx.ts';
import type { Answered } from './ask.ts';
import type { ServerName } from './servers.ts';

/** Variables that tell of the machine and of the server's installation: the explorer leaves them out. */
const leftOut: ReadonlySet<string> = new Set([
  ...['TZ', 'RECORDS', 'PATH', 'LC_CTYPE', 'SERVER_SIGNATURE', 'SERVER_SOFTWARE', 'DOCUMENT_ROOT', 'CONTEXT_PREFIX', 'CONTEXT_DOCUMENT_ROOT', 'SERVER_ADMIN', 'SCRIPT_FILENAME', 'PATH_TRANSLATED'],
  ...['wsgi.version', 'wsgi.multithread', 'wsgi.multiprocess', 'wsgi.run_once', 'wsgi.input_terminated'],
]);
/** What Apache notes at level debug about requests that are all right. */
const remarks = /AH02417|AH03155|AH01215/;

/** In what the model's view differs from what the server did, one sentence each. */
export function differencesOf(name: ServerName, ours: View, real: Answered): readonly string[] {
  const out: string[] = [];
  const same = (what: string, mine: unknown, theirs: unknown): void => {
    if (mine !== theirs) out.push(`${what}: model ${JSON.stringify(mine)?.slice(0, 600)}, server ${JSON.stringify(theirs)?.slice(0, 600)}`);
  };
  same('waits', ours.waits !== null || (ours.status === null && ours.instead === undefined), real.waited);
  if (!real.waited && ours.instead !== 'websocket') same('status', ours.status ?? undefined, real.status);
  same('continues', ours.continues, real.continued);
  if (name === 'nginx') return [...out, ...nginxDifferences(ours as NginxView, real)];
  // What a WebSocket's scope holds is not simulated.
  if (ours.instead === 'websocket') return out;
  const { rows, objection } = recorded(name, real);
  const mine = ours.rows && Object.fromEntries(ours.rows.map((row) => [row.name, row.value]));
  // Apache has started the program, and ends it when the body is wrong, perhaps before it has written anything.
  if (!(name === 'cgi' && ours.rows && ours.status !== 200)) same('called', mine !== null, rows !== null);
  for (const key of new Set([...Object.keys(mine ?? {}), ...Object.keys(rows ?? {})])) {
    if (mine === null || rows === null || leftOut.has(key)) continue;
    // Cut off, a chunked body raises an error in Gunicorn only once the client has gone.
    if (key === 'wsgi.input' && ours.waits === 'body' && /^(NoMoreData|ChunkMissingTerminator)$/.test(rows[key] ?? '')) continue;
    if (key === 'stdin' && ours.status !== 200) continue;
    same(key, mine[key], rows[key]);
  }
  if (ours.rows && mine && Object.keys(mine).length !== ours.rows.length) out.push('two rows have one name');
  if (real.waited) return out;
  if (ours.words === null ? objection.replace(/^.*(AH02417|AH03155).*$/gm, '').trim() !== '' : !objection.includes(ours.words.slice(0, 400))) out.push(`words: model ${JSON.stringify(ours.words)}, server ${JSON.stringify(objection.slice(0, 400))}`);
  return out;
}

function recorded(name: ServerName, { records, log }: Answered): { readonly rows: Readonly<Record<string, string>> | null; readonly objection: string } {
  const entries = records.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as Record<string, unknown>]));
  if (name === 'wsgi') {
    const objection = [...Buffer.from(log, 'latin1').toString('utf8').matchAll(/Invalid request from ip=\S+: (.*)/g)].map((match) => match[1] ?? '').join('\n');
    return { rows: entries[0] as Record<string, string> | undefined ?? null, objection };
  }
  if (name === 'cgi') {
    const [environment, input] = entries as Record<string, string>[];
    const said = log.split('\n').filter((line) => !remarks.test(line)).join('\n');
    return { rows: environment ? { ...environment, ...input } : null, objection: said };
  }
  const first = entries.find((entry) => 'scope' in entry) as { readonly scope: Record<string, string>; readonly events: readonly string[] } | undefined;
  // What is said after the application has been called is about the next request.
  const objections = entries.slice(0, first ? entries.indexOf(first as never) : undefined).flatMap((entry) => ('objection' in entry ? [String(entry['objection'])] : [])).filter((text) => !/^(NoneType|HttpParserUpgrade)/.test(text));
  if (!first) return { rows: null, objection: objections.join('\n') };
  const { headers = '[]', ...scope } = first.scope;
  const fields = [...headers.slice(1, -1).matchAll(/\(b(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"), b(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")\)/g)].map((match, i) => [`headers[${i}]`, match[0]]);
  const event = first.events.find((text) => text.includes('http.request'));
  return { rows: { ...scope, ...Object.fromEntries(fields), ...(event === undefined ? {} : { 'await receive()': event }) }, objection: objections.join('\n') };
}

function nginxDifferences(ours: NginxView, { records, log, waited, combined }: Answered & { readonly combined?: string }): readonly string[] {
  const out: string[] = [];
  const lines = log
    .split('\n')
    .filter((line) => line !== '' && !/closed keepalive connection|prematurely closed|client closed connection|pipelined/.test(line))
    .map((line) => line.replace(/^\S+ \S+ (\[\w+\]) \S+ \*\d+ /, '$1 '));
  // Nginx cuts a line of its log at 2048 bytes.
  const mine = ours.errorLines.map((line) => line.slice(0, 1500));
  if (JSON.stringify(mine) !== JSON.stringify(lines.map((line) => line.slice(0, 1500)))) out.push(`error log: model ${JSON.stringify(mine).slice(0, 700)}, server ${JSON.stringify(lines).slice(0, 700)}`);
  if (waited) return out;
  if (combined !== ours.accessLine) out.push(`access line: model ${JSON.stringify(ours.accessLine)}, server ${JSON.stringify(combined)}`);
  if (!ours.rows) return out;
  const real = JSON.parse(records.split('\n', 1)[0] || '{}') as Record<string, string>;
  const rows = new Map(ours.rows.map(({ name, value }: Row) => [name.slice(1), value]));
  for (const key of ['request_method', 'request_uri', 'uri', 'args', 'server_protocol', 'host', 'scheme', 'remote_addr', 'content_type', 'content_length', 'http_host', 'http_x_user_id', 'http_proxy', 'http_cookie', 'http_x_forwarded_for']) {
    if ((rows.get(key) ?? '') !== (real[key] ?? '')) out.push(`$${key}: model ${JSON.stringify(rows.get(key))}, server ${JSON.stringify(real[key])}`);
  }
  return out;
}
