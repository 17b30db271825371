import { ConfigError } from './errors.ts';
import type { Block } from './config-types.ts';

/**
 * The tree in which Nginx keeps the prefix and exact locations of one level (`ngx_http_create_locations_tree` in
 * src/http/ngx_http.c): where `/a` ends its search, `/a/` is met, for the redirect to it.
 */
interface Node {
  /** The part of the name after what the outer node has matched. */
  readonly name: string;
  readonly exact: Block | undefined;
  readonly inclusive: Block | undefined;
  readonly redirects: boolean;
  readonly left: Node | undefined;
  readonly right: Node | undefined;
  /** Locations whose names continue this one's. */
  readonly tree: Node | undefined;
}

interface Entry {
  readonly name: string;
  readonly exact: Block | undefined;
  inclusive: Block | undefined;
  readonly line: number;
  list: Entry[];
}

/** Sorts as `ngx_filename_cmp`: a slash is lower than anything else, so that `/a/` follows `/a` at once. */
function compareNames(a: string, b: string): number {
  const [x, y] = [a, b].map((name) => name.replaceAll('/', '\0'));
  return x === y ? 0 : (x ?? '') < (y ?? '') ? -1 : 1;
}

const trees = new WeakMap<Block, Node | undefined>();

function entriesOf(block: Block): Entry[] {
  const entries = block.locations
    .filter(({ kind }) => kind === 'exact' || kind === 'prefix')
    .map((location): Entry => {
      const exact = location.kind === 'exact';
      return { name: location.name, exact: exact ? location : undefined, inclusive: exact ? undefined : location, line: location.braceLine, list: [] };
    })
    .sort((a, b) => compareNames(a.name, b.name) || Number(!a.exact) - Number(!b.exact));
  const joined: Entry[] = [];
  for (const entry of entries) {
    const before = joined.at(-1);
    if (before?.name !== entry.name) {
      joined.push(entry);
      continue;
    }
    if ((before.exact && entry.exact) || (before.inclusive && entry.inclusive)) {
      throw new ConfigError(`duplicate location "${entry.name}"`, entry.line);
    }
    before.inclusive = entry.inclusive;
  }
  return joined;
}

/** Puts entries that continue an inclusive one into its list. */
function nest(entries: readonly Entry[]): Entry[] {
  const out: Entry[] = [];
  let i = 0;
  while (i < entries.length) {
    const entry = entries[i];
    if (!entry) break;
    i += 1;
    out.push(entry);
    if (!entry.inclusive) continue;
    const start = i;
    while (entries[i]?.name.startsWith(entry.name)) i += 1;
    entry.list = nest(entries.slice(start, i));
  }
  return out;
}

function build(entries: readonly Entry[], matched: number): Node | undefined {
  const middle = Math.floor(entries.length / 2);
  const entry = entries[middle];
  if (!entry) return undefined;
  const { exact, inclusive, name } = entry;
  return {
    name: name.slice(matched),
    exact,
    inclusive,
    redirects: name.endsWith('/') && Boolean(exact?.proxy ?? inclusive?.proxy),
    left: build(entries.slice(0, middle), matched),
    right: build(entries.slice(middle + 1), matched),
    tree: build(entry.list, name.length),
  };
}

/** Throws the {@link ConfigError} of two locations with the same name, inner levels first, as Nginx does. */
export function checkDuplicates(block: Block): void {
  for (const entry of [...block.locations].sort((a, b) => compareNames(a.name, b.name))) checkDuplicates(entry);
  entriesOf(block);
}

/** `found`: exact; `prefix`: the longest prefix; `redirect`: the path lacks only the slash of a proxied location. */
export type StaticMatch =
  | { readonly kind: 'found' | 'prefix' | 'redirect'; readonly block: Block; readonly passed: readonly Block[] }
  | undefined;

/** Looks among the exact and prefix locations of a level: `ngx_http_core_find_static_location`. */
export function findStatic(outer: Block, uri: string): StaticMatch {
  if (!trees.has(outer)) trees.set(outer, build(nest(entriesOf(outer)), 0));
  let node = trees.get(outer);
  let rest = uri;
  let result: StaticMatch;
  const passed: Block[] = [];
  while (node) {
    const n = Math.min(rest.length, node.name.length);
    const ours = rest.slice(0, n);
    const theirs = node.name.slice(0, n);
    if (ours !== theirs) {
      node = compareNames(ours, theirs) < 0 ? node.left : node.right;
    } else if (rest.length > node.name.length) {
      if (node.inclusive) {
        passed.push(node.inclusive);
        result = { kind: 'prefix', block: node.inclusive, passed };
        rest = rest.slice(n);
        node = node.tree;
      } else node = node.right;
    } else if (rest.length === node.name.length) {
      if (node.exact) return { kind: 'found', block: node.exact, passed };
      if (node.inclusive) return { kind: 'prefix', block: node.inclusive, passed: [...passed, node.inclusive] };
      return result;
    } else {
      const block = node.exact ?? node.inclusive;
      if (rest.length + 1 === node.name.length && node.redirects && block) result = { kind: 'redirect', block, passed };
      node = node.left;
    }
  }
  return result;
}
