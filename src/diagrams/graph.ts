import { lineHeight, textAround } from './labels.ts';
import { headReach, type Head, type Markers } from './markers.ts';
import { phaseIn, type Phase } from './phases.ts';
import { routePath, type Point } from './route.ts';
import { attribute, elements, everything, hasClass, numeric, round, roundPath, shape, textOf, type Shape } from './shape.ts';

/** A diagram answers one question; with more nodes than this it answers two. */
const mostNodes = 12;

/** A node with its place: mermaid moves groups, drawings have coordinates of their own. */
interface Placed {
  readonly node: Shape;
  readonly at: Point;
}

/**
 * Writes a flowchart or state diagram in the project's own shapes: nodes in the wash and line of their phase, ways
 * in the colour of where they begin, broken violet ones for answers.
 * @throws Error for a shape that is not known here
 */
export function graphShapes(svg: Shape, markers: Markers): readonly Shape[] {
  const all = [...placed(svg, { x: 0, y: 0 })];
  const nodes = all.filter(({ node }) => node.tag === 'g' && hasClass(node, 'node'));
  const named = nodes.filter(({ node }) => !/_(?:start|end)$/.test(nodeId(node)));
  if (named.length > mostNodes) throw new Error(`it has ${named.length} nodes; ${mostNodes} at most, more means two diagrams`);
  const phases = nodes.map(({ node }) => ({ id: nodeId(node), phase: phaseIn(attribute(node, 'class')) ?? 'plain' }));
  return [
    ...all.filter(isGroup).flatMap(group),
    ...all.filter(({ node }) => attribute(node, 'data-edge') === 'true').map((edge) => way(edge, phases, markers)),
    ...all.filter(({ node }) => hasClass(node, 'edgeLabel')).flatMap(edgeLabel),
    ...nodes.flatMap(box),
  ];
}

function* placed(node: Shape, at: Point): Generator<Placed> {
  const here = moved(node, at);
  yield { node, at: here };
  for (const child of elements(node)) yield* placed(child, here);
}

function moved(node: Shape, at: Point): Point {
  const transform = /^translate\(\s*([-\d.e]+)(?:[\s,]+([-\d.e]+))?\s*\)$/.exec(attribute(node, 'transform'));
  return transform ? { x: at.x + Number(transform[1]), y: at.y + Number(transform[2] ?? 0) } : at;
}

/** Id of a node in the source: mermaid writes `flowchart-ID-3` or `state-ID-3` after the drawing's own. */
function nodeId(node: Shape): string {
  return /(?:flowchart|state)-(.+)-\d+$/.exec(attribute(node, 'id'))?.[1] ?? '';
}

type Phases = readonly { readonly id: string; readonly phase: Phase }[];

function way({ node }: Placed, phases: Phases, markers: Markers): Shape {
  const isTether = hasClass(node, 'note-edge');
  const isAnswer = !isTether && /edge-pattern-(?:dotted|dashed)/.test(attribute(node, 'class'));
  const phase = isAnswer ? 'back' : wayPhase(attribute(node, 'data-id'), phases);
  const [start, end] = [headOf(attribute(node, 'marker-start'), isAnswer), headOf(attribute(node, 'marker-end'), isAnswer)];
  const kind = isTether ? 'life' : isAnswer ? 'ans' : hasClass(node, 'edge-thickness-thick') ? 'ask thick' : 'ask';
  return shape('path', {
    class: `way ${kind} ${phase}`,
    d: routePath(corners(node), { start: start ? headReach : 0, end: end ? headReach : 0 }),
    'marker-start': start && markers.use(start, phase),
    'marker-end': end && markers.use(end, phase),
  });
}

/** The corners of a way, which mermaid writes beside its path, to the edges of the nodes. */
function corners(node: Shape): readonly Point[] {
  return JSON.parse(Buffer.from(attribute(node, 'data-points'), 'base64').toString()) as Point[];
}

function headOf(marker: string, isAnswer: boolean): Head | undefined {
  if (!marker) return undefined;
  if (marker.includes('cross')) return 'lost';
  if (marker.includes('circle')) return 'dot';
  return isAnswer ? 'ans' : 'ask';
}

/** A way has the colour of where it begins, or violet when it leads back. */
function wayPhase(id: string, phases: Phases): Phase {
  const from = phases.find((node) => id.startsWith(`L_${node.id}_`) && phases.some((other) => reaches(id, node.id, other.id)));
  const to = from && phases.find((other) => reaches(id, from.id, other.id));
  return to?.phase === 'back' ? 'back' : (from?.phase ?? 'plain');
}

function reaches(id: string, from: string, to: string): boolean {
  const rest = id.slice(`L_${from}_`.length);
  return rest.startsWith(`${to}_`) && /^\d+$/.test(rest.slice(to.length + 1));
}

function edgeLabel({ node, at }: Placed): readonly Shape[] {
  const lines = linesBelow(node);
  if (lines.length === 0) return [];
  const background = [...everything(node)].find((child) => hasClass(child, 'background'));
  const width = background ? numeric(background, 'width') : 0;
  const height = lines.length * lineHeight + 2;
  return [
    shape('rect', { class: 'gap', x: at.x - width / 2, y: at.y - height / 2, width, height }),
    ...textAround(lines, at.x, at.y, 'way-t'),
  ];
}

function isGroup({ node }: Placed): boolean {
  return node.tag === 'g' && (hasClass(node, 'cluster') || hasClass(node, 'statediagram-cluster'));
}

/** Nodes with a frame around them and a title on its upper edge. */
function group({ node, at }: Placed): readonly Shape[] {
  const rect = [...everything(node)].find(({ tag, attributes }) => tag === 'rect' && attributes['width'] !== undefined);
  if (!rect) return [];
  const [x, y, width, height] = [at.x + numeric(rect, 'x'), at.y + numeric(rect, 'y'), numeric(rect, 'width'), numeric(rect, 'height')];
  const phase = phaseIn(attribute(node, 'class')) ?? 'plain';
  return [
    shape('rect', { class: `group ${phase}`, x, y, width, height, rx: 3 }),
    ...textAround(linesBelow(node), x + width / 2, y + 13, 'group-t'),
  ];
}

function box(place: Placed): readonly Shape[] {
  const { node, at } = place;
  const id = nodeId(node);
  if (id.endsWith('_start')) return [shape('circle', { class: 'start', cx: at.x, cy: at.y, r: 6 })];
  if (id.endsWith('_end')) {
    return [shape('circle', { class: 'end', cx: at.x, cy: at.y, r: 6.5 }), shape('circle', { class: 'start', cx: at.x, cy: at.y, r: 3.5 })];
  }
  const isNote = hasClass(node, 'statediagram-note');
  const phase = phaseIn(attribute(node, 'class')) ?? 'plain';
  const label = elements(node).filter((child) => hasClass(child, 'label'));
  const lines = label.flatMap(linesBelow);
  const isCylinder = elements(node).some((child) => child.tag === 'path' && hasClass(child, 'label-container'));
  return [
    outline(place, isNote ? 'note' : `node ${phase}`),
    ...textAround(lines, at.x, at.y + (isCylinder ? 5 : 0), isNote ? 'note-t' : 'node-t'),
  ];
}

/** The edge of a node. Mermaid draws some as two paths, of which the first is the outline. */
function outline({ node, at }: Placed, className: string): Shape {
  const parts = elements(node).filter((child) => !hasClass(child, 'label')).flatMap((child) => [...placed(child, at)]);
  for (const { node: part, at: origin } of parts) {
    if (part.tag === 'rect' && numeric(part, 'width') > 0) {
      const size = { width: numeric(part, 'width'), height: numeric(part, 'height'), rx: 3 };
      return shape('rect', { class: className, x: origin.x + numeric(part, 'x'), y: origin.y + numeric(part, 'y'), ...size });
    }
    if (part.tag === 'circle') {
      return shape('circle', { class: className, cx: origin.x + numeric(part, 'cx'), cy: origin.y + numeric(part, 'cy'), r: numeric(part, 'r') });
    }
    const transform = `translate(${round(origin.x)} ${round(origin.y)})`;
    if (part.tag === 'polygon') return shape('polygon', { class: className, points: roundPath(attribute(part, 'points')), transform });
    if (part.tag === 'path' && hasClass(part, 'label-container')) return shape('path', { class: className, d: roundPath(attribute(part, 'd')), transform });
    if (part.tag === 'path') return sketchedOutline(stops(attribute(part, 'd')), origin, className);
  }
  throw new Error(`mermaid drew the node \`${nodeId(node)}\` in a shape that this guide does not use; write it as \`["…"]\`, \`(["…"])\` or \`{"…"}\``);
}

/**
 * Mermaid draws some shapes as if by hand, with chance in their curves; only the points between the curves are exact.
 * Many points are a box with round ends, few are corners.
 */
function sketchedOutline(points: readonly Point[], origin: Point, className: string): Shape {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  const [width, height] = [Math.max(...xs) - x, Math.max(...ys) - y];
  if (points.length > 12) return shape('rect', { class: className, x: origin.x + x, y: origin.y + y, width, height, rx: height / 2 });
  const corners = points.map((point) => `${round(origin.x + point.x)},${round(origin.y + point.y)}`);
  return shape('polygon', { class: className, points: [...new Set(corners)].join(' ') });
}

/** Where the parts of path data end. */
function stops(data: string): readonly Point[] {
  return [...data.matchAll(/[MLC][^MLCZ]*/gi)].map(([part]) => {
    const [x = 0, y = 0] = [...part.matchAll(/-?\d*\.?\d+(?:e[-+]?\d+)?/gi)].map(Number).slice(-2);
    return { x, y };
  });
}

/** Lines of the texts of a label: mermaid writes one row a line. */
function linesBelow(label: Shape): readonly string[] {
  return [...everything(label)].filter((node) => hasClass(node, 'row')).map((row) => textOf(row).trim()).filter(Boolean);
}
