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
  const { mount, server } = connection;
  const { client, scheme, facts } = forwarded(fields, connection);
  const mounted: readonly Fact[] = mount ? ['mount'] : [];
  const pair = ({ address, port }: Address): string => `(${reprStr(address)}, ${port})`;
  return [
    row('type', reprStr('http')),
    row('http_version', reprStr(version), 'version'),
    row('method', reprStr(method), 'method'),
    row('scheme', reprStr(scheme), 'scheme', ...facts.scheme),
    row('root_path', reprStr(mount), 'mount'),
    row('path', reprStr(mount + path), 'path', ...mounted),
    row('raw_path', reprBytes(mount + rawPath), 'path', ...mounted),
    row('query_string', reprBytes(query), 'query'),
    row('client', pair(client), 'peer', ...facts.client),
    row('server', pair(server), 'server'),
    ...fields.map(({ name, value }, i) => {
      const lower = name.toLowerCase();
      return row(`headers[${i}]`, `(${reprBytes(lower)}, ${reprBytes(value)})`, ...fieldFacts(lower));
    }),
    ...(bytes === '' && stop ? [] : [row('await receive()', `{'type': 'http.request', 'body': ${reprBytes(bytes)}, 'more_body': ${stop ? 'True' : 'False'}}`, 'body')]),
  ];
}

interface Forwarded {
  readonly client: Address;
  readonly scheme: string;
  readonly facts: { readonly client: readonly Fact[]; readonly scheme: readonly Fact[] };
}

/** Forwarded fields change client and scheme when the peer is trusted: 127.0.0.1, unless configured otherwise. */
function forwarded(fields: readonly Field[], { peer, scheme }: Connection): Forwarded {
  const plain: Forwarded = { client: peer, scheme, facts: { client: [], scheme: [] } };
  if (peer.address !== '127.0.0.1') return plain;
  const values = (wanted: string): readonly string[] => fields.filter(({ name }) => name.toLowerCase() === wanted).map(({ value }) => value);
  const said = values('x-forwarded-proto').at(-1)?.trim();
  const isScheme = said !== undefined && ['http', 'https', 'ws', 'wss'].includes(said);
  const list = values('x-forwarded-for');
  // Latin-1 bytes are text of the same characters.
  const hosts = list.join(', ').split(',').map((one) => one.trim());
  const parsed = hosts.map(hostAndPort);
  const found = parsed.findLast(({ address }) => address !== '127.0.0.1') ?? parsed[0];
  const client = list.length > 0 && found?.address ? found : peer;
  return {
    client,
    scheme: isScheme ? said : scheme,
    facts: { client: list.length > 0 ? ['field:x-forwarded-for'] : [], scheme: said === undefined ? [] : ['field:x-forwarded-proto'] },
  };
}

function hostAndPort(value: string): Address {
  const portOf = (digits = ''): number | undefined => (/^[+-]?\d+(?:_\d+)*$/.test(digits.trim()) ? Number(digits.trim().replaceAll('_', '')) : undefined);
  const literal = /^\[([^\]]*)\](?::(.*))?$/s.exec(value);
  if (literal) return { address: literal[1] ?? '', port: portOf(literal[2]) ?? 0 };
  const [, address = '', digits] = /^((?!\[)[^:]*):([^:]*)$/.exec(value) ?? [];
  const port = portOf(digits);
  return port === undefined ? { address: value, port: 0 } : { address, port };
}
