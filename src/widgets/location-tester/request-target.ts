/**
 * From the target of the request line to the normalised path that locations are compared with:
 * `ngx_http_parse_request_line`, `ngx_http_parse_complex_uri` (src/http/ngx_http_parse.c)
 * and `ngx_http_validate_host` (src/http/ngx_http_request.c).
 */

/** Why a target is answered 400 before any location is looked at. */
export type TargetFault = 'shape' | 'space' | 'control' | 'percent' | 'null' | 'above-root' | 'host';

/** What Nginx keeps of a target. All texts are bytes. */
export interface ParsedTarget {
  /** `$uri`, normalised. */
  readonly uri: string;
  /** `$args`. */
  readonly args: string;
  /** `$request_uri`: as it came. */
  readonly unparsed: string;
  /** Whether `proxy_pass` without URI may send `unparsed`. */
  readonly unparsedIsValid: boolean;
  /** The path held an escape (`%`), or a `+`: captures are then encoded again in rewrites. */
  readonly quoted: boolean;
  readonly plus: boolean;
  /** The host of an absolute target (`http://host/path`), which then counts instead of the field Host. */
  readonly host?: string;
  /** What was done to the path, for the steps. */
  readonly changes: readonly Change[];
  /** Why the target is refused; the fields above are then empty, except when only the host is at fault. */
  readonly fault?: TargetFault;
}

/** One thing that normalisation did. */
export type Change = 'decoded' | 'slashes' | 'dots' | 'fragment';

const refused = (fault: TargetFault): ParsedTarget & { fault: TargetFault } => ({
  uri: '',
  args: '',
  unparsed: '',
  unparsedIsValid: false,
  quoted: false,
  plus: false,
  changes: [],
  fault,
});

/** `ngx_http_validate_host`: a host without its port, in lower case; undefined when it is refused. */
export function validHost(host: string): string | undefined {
  if (/\.\.|[/\x00-\x20\x7f]/.test(host)) return undefined;
  const name = /^(?:\[.*?(?:\]|$)|[^:[][^:]*)/s.exec(host)?.[0].replace(/\.$/, '') ?? '';
  return name === '' ? undefined : name.toLowerCase();
}

interface ParsedPath {
  readonly uri: string;
  readonly args: string;
  readonly plus: boolean;
  readonly changes: readonly Change[];
}

/** Reads the path byte by byte; `text` is the target from its first `/` (or `?` after an empty path). */
function complexPath(text: string, merge: boolean, emptyPath: boolean): TargetFault | ParsedPath {
  const out: string[] = emptyPath ? ['/'] : [];
  const changes = new Set<Change>();
  let plus = false;
  let state: 'usual' | 'slash' | 'dot' | 'dots' = 'usual';
  let args = '';
  let i = 0;

  /** Takes back the last segment; false above the root. */
  const up = (): boolean => {
    let u = out.length - 4;
    while (u >= 0 && out[u] !== '/') u -= 1;
    if (u < 0) return false;
    out.length = u + 1;
    changes.add('dots');
    return true;
  };

  while (i < text.length) {
    let byte = text[i] ?? '';
    i += 1;
    let literal = false;
    if (byte === '%') {
      const hex = text.slice(i, i + 2);
      if (!/^[0-9a-f]{2}$/i.test(hex)) return 'percent';
      i += 2;
      byte = String.fromCharCode(Number.parseInt(hex, 16));
      if (byte === '\0') return 'null';
      changes.add('decoded');
      literal = byte === '%' || byte === '#' || byte === '?';
    }
    if (!literal && (byte === '?' || byte === '#')) {
      if (state === 'dot') {
        out.pop();
        changes.add('dots');
      }
      if (state === 'dots' && !up()) return 'above-root';
      if (byte === '#') {
        changes.add('fragment');
        return { uri: out.join(''), args: '', plus, changes: [...changes] };
      }
      args = text.slice(i);
      if (args.includes('#')) {
        args = args.slice(0, args.indexOf('#'));
        changes.add('fragment');
      }
      return { uri: out.join(''), args, plus, changes: [...changes] };
    }
    if (literal) {
      out.push(byte);
      state = 'usual';
    } else if (byte === '/') {
      if (state === 'usual') out.push('/');
      else if (state === 'slash') {
        if (merge) changes.add('slashes');
        else out.push('/');
      } else if (state === 'dot') {
        out.pop();
        changes.add('dots');
      } else if (!up()) return 'above-root';
      state = 'slash';
    } else if (byte === '.' && state !== 'usual' && state !== 'dots') {
      out.push('.');
      state = state === 'slash' ? 'dot' : 'dots';
    } else {
      if (byte === '+') plus = true;
      out.push(byte);
      state = 'usual';
    }
  }
  if (state === 'dot') {
    out.pop();
    changes.add('dots');
  }
  if (state === 'dots' && !up()) return 'above-root';
  return { uri: out.join(''), args, plus, changes: [...changes] };
}

/** Reads the target of `GET … HTTP/1.1`. `mergeSlashes` is the server's `merge_slashes`. */
export function parseTarget(target: string, mergeSlashes: boolean): ParsedTarget {
  // Spaces before and after the target are skipped; one inside would start the protocol's version.
  const text = target.replace(/^ +| +$/g, '');
  if (/[\x00-\x1f\x7f]/.test(text)) return refused('control');
  if (text.includes(' ')) return refused('space');

  let rest = text;
  let host: string | undefined;
  const isAbsolute = !text.startsWith('/');
  if (isAbsolute) {
    const absolute = /^[a-z][a-z0-9+.-]*:\/\/(\[[a-z0-9:._~!$&'()*+,;=-]*\]|[a-z0-9.-]*)(?::[0-9]*)?(?=[/?]|$)/i.exec(text);
    if (!absolute) return refused('shape');
    host = validHost(absolute[1] ?? '');
    rest = text.slice(absolute[0].length);
  }
  const emptyPath = rest.startsWith('?');
  if (rest === '') rest = '/';

  // Only a path with one of these is taken apart; any other is used as it stands.
  const path = rest.replace(/[?#].*$/s, '');
  const quoted = path.includes('%');
  const complex = quoted || emptyPath || /\/[./]/.test(path) || rest.includes('#');
  let parsed: ParsedPath;
  if (complex) {
    const result = complexPath(rest, mergeSlashes, emptyPath);
    if (typeof result === 'string') return refused(result);
    parsed = result;
  } else {
    parsed = { uri: path, args: rest.slice(path.length + 1), plus: path.includes('+'), changes: [] };
  }
  return {
    uri: parsed.uri,
    args: parsed.args,
    plus: parsed.plus,
    changes: parsed.changes,
    unparsed: rest,
    unparsedIsValid: !emptyPath,
    quoted,
    ...(host === undefined ? {} : { host }),
    ...(isAbsolute && host === undefined ? { fault: 'host' as const } : {}),
  };
}
