/** Whom the request is for: `fix_hostname` and `ap_update_vhost_from_headers` in Apache's server/vhost.c. */
import { isIpv6 } from '../../lib/ip.ts';
import { logged, type ApacheLine } from './apache-line.ts';
import { refuse, type Field } from './view.ts';

export interface ApacheHost {
  /** SERVER_NAME; undefined: the configured one. */
  readonly name: string | undefined;
  /** SERVER_PORT, when the client names one. */
  readonly port: number | undefined;
  /** What the field Host is replaced by, when the target names another host. */
  readonly replaces: string | undefined;
}

/** @throws Refusal */
export function checkHost(line: ApacheLine, field: Field | undefined, lineStart: number): ApacheHost {
  const { host: fromLine, version, uri } = line;
  let port = line.port?.number;
  let host: string | undefined;
  let isLiteral = false;
  if (fromLine !== undefined) {
    isLiteral = fromLine.includes(':');
    host = fix(fromLine, fromLine, isLiteral, lineStart);
  } else if (field) {
    const parts = split(field.value, field.at);
    isLiteral = field.value.startsWith('[');
    host = parts && fix(parts.host, field.value, isLiteral, field.at);
    port = parts?.port ?? port;
  }
  if ((host === undefined && version >= 1001) || (version === 1001 && !field)) {
    refuse(`AH00569: client sent HTTP/1.1 request without hostname (see RFC2616 section 14.23): ${logged(uri)}`, field?.at ?? lineStart);
  }
  const name = host === undefined ? undefined : isLiteral ? `[${host}]` : host;
  return { name, port, replaces: fromLine !== undefined && field ? `${name ?? ''}${line.port ? `:${line.port.text}` : ''}` : undefined };
}

const malformed = (given: string, at: number): never => refuse(`AH00550: Client sent malformed Host header: ${logged(given)}`, at);

function split(value: string, at: number): { readonly host: string; readonly port: number | undefined } | undefined {
  if (value === '') return undefined;
  if (/^\d+$/.test(value)) return { host: value, port: undefined };
  const parts = /^(.*?)(?::(\d+))?$/s.exec(value);
  const host = parts?.[1] ?? '';
  const port = parts?.[2] === undefined ? undefined : Number(parts[2]);
  if (host === '' || (port !== undefined && (port < 1 || port > 65_535))) malformed(value, at);
  if (!host.startsWith('[')) return { host, port };
  const inside = /^\[([^\]]*)\]$/.exec(host)?.[1];
  if (inside === undefined || !isIpv6(inside)) return malformed(value, at);
  return { host: inside, port };
}

function fix(host: string, given: string, isLiteral: boolean, at: number): string {
  if (host === '') return host;
  if (/^\d+$/.test(host)) refuse(`AH02416: [strict] purely numeric host names not allowed: ${logged(host)}`, at);
  if (isLiteral) {
    if (!/^[0-9a-f:.]+$/i.test(host) || /::.*::|:\.|\.[:.]/.test(host)) malformed(given, at);
    return host.toLowerCase();
  }
  const name = host.toLowerCase().replace(/\.$/, '');
  const isNumbers = /^[\d.]*$/.test(name);
  const isRight = isNumbers ? name.split('.').length === 4 && !/(^|\.)0\d/.test(name) : /^[a-z0-9._-]+$/.test(name) && /(^[^.]*|\.([a-z][^.]*)?)$/.test(name);
  if (/\.\.|[/\\]/.test(host) || !isRight) malformed(given, at);
  return name;
}
