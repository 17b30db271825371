import { fill } from '../shared/format.ts';
import { views, type Views } from './model.ts';
import { shown } from './segments.ts';
import type { Strings } from './strings.ts';
import type { Connection, Fact, Row, View } from './view.ts';

/** The panes, in the order of the way of a request. */
export const paneNames = ['nginx', 'cgi', 'wsgi', 'asgi'] as const;
export type PaneName = (typeof paneNames)[number];

/** What a pane shows. */
export interface Pane {
  readonly name: PaneName;
  readonly title: string;
  readonly verdict: string;
  readonly rows: readonly ShownRow[];
  /** Lines of logs, with what they are. */
  readonly logs: readonly { readonly title: string; readonly text: string }[];
  readonly more: number;
}

export interface ShownRow {
  readonly name: string;
  readonly value: string;
  readonly facts: readonly Fact[];
}

const rowLimit = 130;
const textLimit = 500;

/** The four panes of a request. */
export function panesOf(all: Views, text: Strings): readonly Pane[] {
  return paneNames.map((name) => {
    const view = all[name];
    const isBytes = name === 'nginx' || name === 'cgi';
    const rows = (view.rows ?? []).map((row) => ({ ...row, value: isBytes ? shown(row.value) : cut(row.value) }));
    const nginx = all.nginx;
    const logs = name === 'nginx' ? [...(nginx.accessLine === null ? [] : [{ title: text.accessLog, text: shown(nginx.accessLine) }]), ...nginx.errorLines.slice(0, 20).map((line) => ({ title: text.errorLog, text: shown(line) }))] : [];
    return { name, title: text.panes[name], verdict: verdict(name, view, text), rows: rows.slice(0, rowLimit), logs, more: Math.max(0, rows.length - rowLimit) };
  });
}

/** Text for between backticks. */
const plain = (text: string): string => text.replaceAll('`', '’');
const list = (names: readonly string[], { and }: Strings): string => [names.slice(0, -1).join(', '), names.at(-1)].filter(Boolean).join(and);
const cut = (value: string): string => (value.length > textLimit ? `${value.slice(0, textLimit)} … (${value.length})` : value);

function verdict(name: keyof Views, view: View, text: Strings): string {
  const { status, waits, words, instead, rows, continues, rest } = view;
  const before = continues ? [text.continues] : [];
  const after = rest > 0 && status !== null && status < 400 ? [fill(name === 'wsgi' ? text.restDropped : text.restNext, { n: rest })] : [];
  if (instead) return text.instead[instead];
  if (waits) return [...before, text.waits[waits]].join(' ');
  if (status !== null && status >= 400) return [fill(rows ? text.spoilt : text.refuses, { status }), ...(words === null ? [] : [fill(text.says, { words: plain(shown(words)) })])].join(' ');
  return [...before, text.accepts[name === 'asgiH11' ? 'asgi' : name], ...after].join(' ');
}

/** What is refused, and about which line: one remark for each server. */
export function remarksOf(all: Views, text: Strings): readonly { readonly line: number; readonly text: string }[] {
  const names = Object.keys(all) as (keyof Views)[];
  return names.flatMap((name) => {
    const { line, status } = all[name];
    return line === null || status === null ? [] : [{ line, text: fill(text.remark, { server: text.short[name], status }) }];
  });
}

/** In what the servers differ, one sentence each. */
export function differencesOf(all: Views, request: Uint8Array, connection: Connection, text: Strings): readonly string[] {
  const names = Object.keys(all) as (keyof Views)[];
  const groups = new Map<string, string[]>();
  for (const name of names) {
    const { status, waits, instead } = all[name];
    const key = fill(text.fates[instead ? 'itself' : waits ? 'waits' : status !== null && status >= 400 ? 'refused' : 'accepted'], { status: status ?? '' });
    groups.set(key, [...(groups.get(key) ?? []), text.short[name]]);
  }
  return [
    ...(groups.size > 1 ? [...groups].map(([fate, who]) => fill(text.fate, { servers: list(who, text), fate })) : []),
    ...paths(all, text),
    ...fieldsThatGetLost(request, connection, text),
    ...betweenParsers(all, text),
  ];
}

/** The path as each program has it, when they do not agree. */
function paths(all: Views, text: Strings): readonly string[] {
  const rows: readonly (readonly [keyof Views, string])[] = [['nginx', '$uri'], ['cgi', 'PATH_INFO'], ['wsgi', 'PATH_INFO'], ['asgi', 'path']];
  const groups = new Map<string, string[]>();
  for (const [name, variable] of rows) {
    const value = all[name].rows?.find((row) => row.name === variable)?.value;
    if (value === undefined) continue;
    // A WSGI string holds bytes, an ASGI path is text: written out, they look alike again.
    const path = name === 'nginx' || name === 'cgi' ? shown(value) : name === 'wsgi' ? shown(value.slice(1, -1)) : value.slice(1, -1);
    const key = path.slice(0, 80);
    groups.set(key, [...(groups.get(key) ?? []), text.short[name]]);
  }
  return groups.size > 1 ? [fill(text.paths, { each: [...groups].map(([path, who]) => fill(text.path, { path: plain(path), servers: list(who, text) })).join('; ') })] : [];
}

/** Sends each field alone, and sees where it arrives. */
function fieldsThatGetLost(request: Uint8Array, connection: Connection, text: Strings): readonly string[] {
  const raw = Array.from(request.subarray(0, 8192), (byte) => String.fromCharCode(byte)).join('');
  const names = new Set((raw.split(/\r?\n\r?\n/, 1)[0] ?? '').split(/\r?\n/).slice(1, 40).flatMap((line) => /^([!#-'*+\-.^_`|~\w]{1,60}):/.exec(line)?.[1] ?? []));
  return [...names].flatMap((name) => {
    if (/^(?:host|expect|content-length|transfer-encoding|connection|upgrade|script_name|path_info)$/i.test(name)) return [];
    const alone = views(`GET ${connection.mount}/ HTTP/1.1\r\nHost: a\r\n${name}: a\r\n\r\n`, connection);
    const got = paneNames.filter((pane) => alone[pane].rows?.some(({ facts }) => facts.some((fact) => fact === `field:${name.toLowerCase().replaceAll('_', '-')}`)));
    const lost = paneNames.filter((pane) => alone[pane].rows && !got.includes(pane));
    const names = (panes: readonly PaneName[]): string => list(panes.map((pane) => text.short[pane]), text);
    return lost.length ? [fill(got.length ? text.lost : text.lostAll, { name: plain(name), got: names(got), lost: names(lost) })] : [];
  });
}

function betweenParsers({ asgi, asgiH11 }: Views, text: Strings): readonly string[] {
  if (!asgi.rows || !asgiH11.rows) return [];
  const others = asgiH11.rows.filter(({ name, value }) => asgi.rows?.find((row) => row.name === name)?.value !== value);
  const missing = asgi.rows.filter(({ name }) => !asgiH11.rows?.some((row) => row.name === name));
  const say = (sentence: string, rows: readonly Row[]): readonly string[] => rows.slice(0, 3).map(({ name, value }) => fill(sentence, { name, value: plain(cut(value).slice(0, 120)) }));
  return [...say(text.withH11, others), ...say(text.withoutH11, missing)];
}

/** The facts that can be lit: those of the connection, and one for each field. */
export function factsOf(all: Views): readonly Fact[] {
  const fixed: readonly Fact[] = ['method', 'path', 'query', 'version', 'host', 'scheme', 'peer', 'server', 'mount', 'body'];
  const fields = new Set(Object.values(all as unknown as Record<string, View>).flatMap(({ rows }) => (rows ?? []).flatMap(({ facts }) => facts.filter((fact) => fact.startsWith('field:')))));
  return [...fixed, ...[...fields].sort().slice(0, 60)];
}
