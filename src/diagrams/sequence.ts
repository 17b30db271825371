import { balance, textAbove, textAround } from './labels.ts';
import type { Head, Markers } from './markers.ts';
import { phaseMark } from './phase-mark.ts';
import { phaseOf, type Phase } from './phases.ts';
import { attribute, elements, everything, hasClass, numeric, round, roundPath, shape, textOf, type Shape } from './shape.ts';

/** Breaks a label's lines anew, or leaves them. */
export type Break = (lines: readonly string[]) => readonly string[];

/** A participant's column. */
interface Column {
  readonly id: string;
  readonly phase: Phase;
  readonly x: number;
  readonly top: number;
}

/**
 * Writes a sequence diagram in the project's own shapes: names on ink, a mark of the phase on each lifeline,
 * questions solid in the colour of the one who asks, answers broken and violet.
 * @param breakLines how labels of several lines are broken
 * @throws Error for a shape that is not known here
 */
export function sequenceShapes(svg: Shape, markers: Markers, breakLines: Break = balance): readonly Shape[] {
  const all = [...everything(svg)];
  const columns = all.filter((node) => hasClass(node, 'actor-line')).map(columnOf);
  const bottom = lowest(all) + 14;
  const lifelines = columns.map(({ x, top }) => shape('line', { class: 'life', x1: x, x2: x, y1: top, y2: bottom }));
  const body = drawBody(all, columns, markers, breakLines);
  return [...lifelines, ...body, ...columns.map(({ phase, x, top }) => phaseMark(phase, x, top + 11)), ...all.filter(isParticipant).flatMap((node) => nameplate(node, breakLines))];
}

function columnOf(line: Shape): Column {
  const id = attribute(line, 'data-id');
  return { id, phase: phaseOf(id), x: numeric(line, 'x1'), top: numeric(line, 'y1') };
}

/** Lower edge of what is drawn, lifelines left out: mermaid lets them run on. */
function lowest(all: readonly Shape[]): number {
  return Math.max(
    ...all.map((node) => {
      if (node.tag === 'line' && !hasClass(node, 'actor-line')) return Math.max(numeric(node, 'y1'), numeric(node, 'y2'));
      if (node.tag === 'rect') return numeric(node, 'y') + numeric(node, 'height');
      if (node.tag === 'path' && isMessage(node)) return selfMessage(node).bottom;
      return 0;
    }),
  );
}

function isParticipant(node: Shape): boolean {
  return node.tag === 'g' && attribute(node, 'data-et') === 'participant';
}

function isMessage(node: Shape): boolean {
  return hasClass(node, 'messageLine0') || hasClass(node, 'messageLine1');
}

/** Everything between the lifelines, in mermaid's order. */
function drawBody(all: readonly Shape[], columns: readonly Column[], markers: Markers, breakLines: Break): readonly Shape[] {
  const drawn: Shape[] = [];
  const label: string[] = [];
  for (const node of all) {
    if (isMessage(node)) {
      drawn.push(...message(node, breakLines(label.splice(0)), columns, markers));
    } else if (hasClass(node, 'messageText')) {
      label.push(...linesOf(node));
    } else if (attribute(node, 'data-et') === 'note') {
      drawn.push(...note(node, breakLines));
    } else if (attribute(node, 'class').startsWith('activation')) {
      const middle = numeric(node, 'x') + numeric(node, 'width') / 2;
      const column = columns.find(({ x }) => Math.abs(x - middle) < 8);
      drawn.push(box(node, `act ${column?.phase ?? 'plain'}`));
    } else if (hasClass(node, 'rect')) {
      drawn.push(box(node, 'shade', { rx: 2 }));
    } else if (hasClass(node, 'loopLine')) {
      const className = attribute(node, 'style').includes('dasharray') ? 'frame part' : 'frame';
      drawn.push(shape('line', { class: className, ...ends(node) }));
    } else if (hasClass(node, 'labelBox')) {
      drawn.push(shape('polygon', { class: 'tag', points: roundPath(attribute(node, 'points')) }));
    } else if (hasClass(node, 'labelText')) {
      drawn.push(...textAround([textOf(node)], numeric(node, 'x') - 2, numeric(node, 'y') - 3, 'tag-t'));
    } else if (hasClass(node, 'loopText') || hasClass(node, 'sectionTitle')) {
      drawn.push(...textAbove(linesOf(node), numeric(node, 'x'), numeric(node, 'y'), 'when'));
    } else if (hasClass(node, 'sequenceNumber')) {
      const [x, y] = [numeric(node, 'x'), numeric(node, 'y') - 4];
      drawn.push(shape('circle', { class: 'number', cx: x, cy: y, r: 9 }), ...textAround([textOf(node)], x, y, 'number-t'));
    }
  }
  return drawn;
}

/** A message: its words stand on its line. */
function message(node: Shape, label: readonly string[], columns: readonly Column[], markers: Markers): readonly Shape[] {
  const isAnswer = hasClass(node, 'messageLine1');
  const phase: Phase = isAnswer ? 'back' : phaseOf(attribute(node, 'data-from'));
  const marker = (end: string): string | undefined => {
    const head = headOf(attribute(node, `marker-${end}`), isAnswer);
    return head && markers.use(head, phase);
  };
  const line = { class: `${isAnswer ? 'ans' : 'ask'} ${phase}`, 'marker-start': marker('start'), 'marker-end': marker('end') };
  if (node.tag === 'line') {
    const x = (columnAt(columns, numeric(node, 'x1')) + columnAt(columns, numeric(node, 'x2'))) / 2;
    return [shape('line', { ...line, ...ends(node) }), ...textAbove(label, x, numeric(node, 'y1') - 8, `msg ${phase}`)];
  }
  const { x, top, bottom } = selfMessage(node);
  const path = `M${round(x)} ${round(top)}h22q8 0 8 8v${round(bottom - top - 16)}q0 8-8 8h-18`;
  return [shape('path', { ...line, d: path }), ...textAbove(label, x + 8, top - 8, `msg from ${phase}`)];
}

/** The lifeline nearest to the end of a message. */
function columnAt(columns: readonly Column[], end: number): number {
  return columns.reduce((nearest, { x }) => (Math.abs(x - end) < Math.abs(nearest - end) ? x : nearest), Number.POSITIVE_INFINITY);
}

/** Place of a message that a participant sends to itself: mermaid draws it as a curve. */
function selfMessage(node: Shape): { readonly x: number; readonly top: number; readonly bottom: number } {
  const numbers = [...attribute(node, 'd').matchAll(/-?\d+(?:\.\d+)?/g)].map(([number]) => Number(number));
  return { x: numbers[0] ?? 0, top: numbers[1] ?? 0, bottom: numbers.at(-1) ?? 0 };
}

function headOf(marker: string, isAnswer: boolean): Head | undefined {
  if (!marker) return undefined;
  if (marker.includes('crosshead')) return 'lost';
  return isAnswer || marker.includes('filled-head') ? 'ans' : 'ask';
}

function note(group: Shape, breakLines: Break): readonly Shape[] {
  const rect = elements(group).find(({ tag }) => tag === 'rect');
  if (!rect) return [];
  const lines = breakLines(elements(group).filter(({ tag }) => tag === 'text').flatMap(linesOf));
  const x = numeric(rect, 'x') + numeric(rect, 'width') / 2;
  const y = numeric(rect, 'y') + numeric(rect, 'height') / 2;
  return [box(rect, 'note', { rx: 2 }), ...textAround(lines, x, y, 'note-t')];
}

/** A participant's name on ink, as high as its lines need. */
function nameplate(group: Shape, breakLines: Break): readonly Shape[] {
  const rect = elements(group).find((node) => node.tag === 'rect');
  if (!rect) throw new Error(`mermaid drew the participant \`${attribute(group, 'data-id')}\` in a shape that this guide does not use; write \`participant\``);
  const lines = breakLines(elements(group).filter(({ tag }) => tag === 'text').flatMap(linesOf));
  const x = numeric(rect, 'x') + numeric(rect, 'width') / 2;
  const y = numeric(rect, 'y') + numeric(rect, 'height') / 2;
  return [box(rect, 'name', { rx: 2 }), ...textAround(lines, x, y, 'name-t')];
}

function box(node: Shape, className: string, more: Readonly<Record<string, number>> = {}): Shape {
  const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((name) => numeric(node, name));
  return shape('rect', { class: className, x, y, width, height, ...more });
}

function ends(node: Shape): Readonly<Record<string, number>> {
  return Object.fromEntries(['x1', 'y1', 'x2', 'y2'].map((name) => [name, numeric(node, name)]));
}

/** A text's lines: mermaid writes one text a line, or one tspan. */
function linesOf(text: Shape): readonly string[] {
  const spans = elements(text).filter(({ tag }) => tag === 'tspan');
  return (spans.length ? spans : [text]).map(textOf).map((line) => line.trim()).filter(Boolean);
}
