/** What Uvicorn 0.54.0 makes of a parsed request: uvicorn/protocols/http and uvicorn/middleware/proxy_headers.py. */
import { reprBytes, reprStr } from './python-text.ts';
import { fieldFacts, row, type Address, type Body, type Connection, type Fact, type Field, type Row } from './view.ts';

/** A request as either parser hands it over. */
export interface Asked {
  readonly method: string;
  readonly version: string;
  /** Decoded text. */
  readonly path: string;
  /** Bytes. */
  readonly rawPath: string;
  readonly query: string;
  readonly fields: readonly Field[];
}

/** Whether a WebSocket implementation takes over. */
export function asksForWebSocket(fields: readonly Field[]): boolean {
  const last = (name: string): string => fields.findLast((field) => field.name.toLowerCase() === name)?.value.toLowerCase() ?? '';
  return (
    last('upgrade') === 'websocket' &&
    last('connection')
      .split(',')
      .some((one) => one.trim() === 'upgrade')
  );
}

/**
 * The scope and the first event, as rows.
 * @param body what came of it before the application was called
 */
export function asgiRows({ method, version, path, rawPath, query, fields }: Asked, { bytes, stop }: Body, connection: Connection): readonly Row[] {
  const { mount, peer, scheme, server } = connection;
  // Forwarded fields change client and scheme when the peer is trusted: 127.0.0.1, unless configured otherwise.
  const forwarded = (wanted: string): readonly string[] => fields.flatMap(({ name, value }) => (peer.address === '127.0.0.1' && name.toLowerCase() === wanted ? value : []));
  const proto = forwarded('x-forwarded-proto').at(-1)?.trim();
  const list = forwarded('x-forwarded-for');
  // Latin-1 bytes are text of the same characters.
  const hosts = list.join(', ').split(',').map((one) => hostAndPort(one.trim()));
  const found = hosts.findLast(({ address }) => address !== '127.0.0.1') ?? hosts[0];
  const factsOf = (name: string, isThere: boolean): readonly Fact[] => (isThere ? fieldFacts(name) : []);
  const mounted: readonly Fact[] = mount ? ['mount'] : [];
  const pair = ({ address, port }: Address): string => `(${reprStr(address)}, ${port})`;
  return [
    row('type', reprStr('http')),
    row('http_version', reprStr(version), 'version'),
    row('method', reprStr(method), 'method'),
    row('scheme', reprStr(proto && /^(?:http|ws)s?$/.test(proto) ? proto : scheme), 'scheme', ...factsOf('x-forwarded-proto', proto !== undefined)),
    row('root_path', reprStr(mount), 'mount'),
    row('path', reprStr(mount + path), 'path', ...mounted),
    row('raw_path', reprBytes(mount + rawPath), 'path', ...mounted),
    row('query_string', reprBytes(query), 'query'),
    row('client', pair(list.length > 0 && found?.address ? found : peer), 'peer', ...factsOf('x-forwarded-for', list.length > 0)),
    row('server', pair(server), 'server'),
    ...fields.map(({ name, value }, i) => {
      const lower = name.toLowerCase();
      return row(`headers[${i}]`, `(${reprBytes(lower)}, ${reprBytes(value)})`, ...fieldFacts(lower));
    }),
    ...(bytes === '' && stop ? [] : [row('await receive()', `{'type': 'http.request', 'body': ${reprBytes(bytes)}, 'more_body': ${stop ? 'True' : 'False'}}`, 'body')]),
  ];
}

function hostAndPort(value: string): Address {
  const portOf = (digits = ''): number | undefined => (/^[+-]?\d+(?:_\d+)*$/.test(digits.trim()) ? Number(digits.trim().replaceAll('_', '')) : undefined);
  const literal = /^\[([^\]]*)\](?::(.*))?$/s.exec(value);
  if (literal) return { address: literal[1] ?? '', port: portOf(literal[2]) ?? 0 };
  const [, address = '', digits] = /^((?!\[)[^:]*):([^:]*)$/.exec(value) ?? [];
  const port = portOf(digits);
  return port === undefined ? { address: value, port: 0 } : { address, port };
}
