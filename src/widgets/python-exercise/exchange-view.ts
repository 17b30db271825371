import { make } from '../shared/dom.ts';
import type { Exchange, Response } from './report.ts';
import type { Strings } from './strings.ts';

/** Characters of a body that are shown. */
const mostBody = 4000;

/** What arrived at the program, what went to and fro, and what the client gets. */
export function exchangeView(exchange: Exchange | undefined, response: Response | undefined, text: Strings): HTMLElement {
  return make('div', 'x-exchange', ...(exchange ? [...givenView(exchange, text), ...eventsView(exchange, text)] : []), ...(response ? responseView(response, text) : []));
}

/** The same for two programs that were given the same: what they do, side by side. */
export function exchangePair(sides: readonly [Side, Side], text: Strings): HTMLElement {
  const given = sides[0].exchange;
  const columns = sides.map(({ label, exchange, response }) => {
    const column = make('div', '', make('p', '', make('b', '', label)), ...(exchange ? eventsView(exchange, text) : []), ...(response ? responseView(response, text) : []));
    column.role = 'group';
    column.ariaLabel = label;
    return column;
  });
  return make('div', 'x-exchange', ...(given ? givenView(given, text) : []), make('div', 'x-pair', ...columns));
}

/** What one of two programs did. */
export interface Side {
  readonly label: string;
  readonly exchange: Exchange | undefined;
  readonly response: Response | undefined;
}

function givenView({ given }: Exchange, text: Strings): readonly Node[] {
  return given.length > 0 ? [make('h4', '', text.given), table(given, text)] : [];
}

function eventsView({ events, cut }: Exchange, text: Strings): readonly Node[] {
  if (events.length === 0) return [];
  const items = events.map(({ from, kind, text: value }) => {
    const who = make('span', 'quiet', from === 'server' ? text.fromServer : text.fromApp);
    return make('li', `from-${from}`, who, ' ', make('code', '', make('b', '', kind)), value !== '' && make('code', 'x-value', value));
  });
  return [make('h4', '', text.events), make('ol', 'x-events', ...items), ...(cut ? [make('p', '', cut)] : [])];
}

function responseView({ status, headers, body }: Response, text: Strings): readonly Node[] {
  const shown = body.length > mostBody ? `${body.slice(0, mostBody)}\n${text.cut}` : body;
  return [make('h4', '', text.response), make('p', '', make('code', '', status)), table(headers, text), body === '' ? make('p', 'quiet', text.noBody) : make('pre', 'x-out', shown)];
}

function table(rows: readonly (readonly [name: string, value: string])[], text: Strings): HTMLElement {
  const shown = (value: string): HTMLElement => (value === '' ? make('span', 'quiet', text.empty) : make('code', '', value));
  const items = rows.flatMap(([name, value]) => [make('dt', '', make('code', '', name)), make('dd', '', shown(value))]);
  return make('dl', 'x-table', ...items);
}
