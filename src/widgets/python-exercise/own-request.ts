/** A request as an exercise gives it; fields that are left out get the graders' defaults. */
export interface ExerciseRequest {
  readonly method?: string | undefined;
  readonly path?: string | undefined;
  readonly query?: string | undefined;
  readonly headers?: readonly (readonly [name: string, value: string])[] | undefined;
  readonly body?: string | undefined;
  readonly body_chunks?: readonly string[] | undefined;
  readonly scope?: string | undefined;
  readonly ws_in?: readonly string[] | undefined;
  readonly disconnect_after?: number | undefined;
}

/** What stands in the form's fields. */
export interface RequestFields {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  /** A line each: `Name: value`. */
  readonly headers: string;
  readonly body: string;
  /** ASGI: how many events the body comes in. */
  readonly parts: string;
  /** WebSocket: a message each line. */
  readonly messages: string;
}

export type FieldName = keyof RequestFields;

/** A request, or the field that is wrong and why. */
export type ReadRequest =
  | { readonly kind: 'request'; readonly request: ExerciseRequest }
  | { readonly kind: 'wrong'; readonly field: FieldName; readonly reason: RequestProblem };

/** What can be wrong with a field. */
export type RequestProblem = 'method' | 'path' | 'headers' | 'parts';

const token = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;

/** Fields that show a request. */
export function toFields(request: ExerciseRequest): RequestFields {
  const { method = 'GET', path = '/', query, headers = [], body, body_chunks: chunks, ws_in: messages = [] } = request;
  return {
    method,
    path: query ? `${path}?${query}` : path,
    headers: headers.map(([name, value]) => `${name}: ${value}`).join('\n'),
    body: body ?? chunks?.join('') ?? '',
    parts: String(chunks?.length ?? 1),
    messages: messages.join('\n'),
  };
}

/**
 * The request that the fields say.
 * @param scope kind of the call; `http` has no field for messages, `websocket` none for a body
 */
export function readFields(fields: RequestFields, scope = 'http'): ReadRequest {
  const method = fields.method.trim().toUpperCase();
  if (scope === 'http' && !token.test(method)) return { kind: 'wrong', field: 'method', reason: 'method' };
  const [path = '', ...rest] = fields.path.trim().split('?');
  const query = rest.join('?');
  if (!path.startsWith('/') || /[#\s]/.test(query) || path.includes('#')) return { kind: 'wrong', field: 'path', reason: 'path' };
  const headers: (readonly [string, string])[] = [];
  for (const line of fields.headers.split('\n').filter((text) => text.trim())) {
    const [, name = '', value = ''] = /^([^:]*):[ \t]*(.*?)[ \t\r]*$/.exec(line) ?? [];
    // A header is sent in Latin-1.
    if (!token.test(name) || /[^\t\x20-\x7e\xa0-\xff]/.test(value)) return { kind: 'wrong', field: 'headers', reason: 'headers' };
    headers.push([name, value]);
  }
  const parts = Number(fields.parts || 1);
  if (!Number.isInteger(parts) || parts < 1 || parts > 20) return { kind: 'wrong', field: 'parts', reason: 'parts' };
  const common = { path, ...(query ? { query } : {}), ...(headers.length ? { headers } : {}) };
  if (scope === 'websocket') return { kind: 'request', request: { scope, ...common, ws_in: fields.messages.split('\n').filter(Boolean) } };
  if (scope !== 'http') return { kind: 'request', request: { scope } };
  return { kind: 'request', request: { method, ...common, ...bodyOf(fields.body, parts) } };
}

function bodyOf(body: string, parts: number): Pick<ExerciseRequest, 'body' | 'body_chunks'> {
  if (!body) return {};
  const letters = [...body];
  const count = Math.min(parts, letters.length);
  if (count < 2) return { body };
  const size = Math.ceil(letters.length / count);
  const chunks = Array.from({ length: count }, (_, i) => letters.slice(i * size, (i + 1) * size).join(''));
  return { body_chunks: chunks.filter(Boolean) };
}
