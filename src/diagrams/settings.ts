/** Raised when drawings are written differently, so that all are drawn again. */
export const drawingVersion = 1;

/** Size of all text in drawings; diagrams.css sets the same. */
export const fontSize = 14;

const text = { actorFontSize: fontSize, messageFontSize: fontSize, noteFontSize: fontSize };
const face = { actorFontFamily: 'Literata', messageFontFamily: 'Literata', noteFontFamily: 'Literata' };

/** Options of mermaid for every drawing. Colours come from diagrams.css, so no theme is chosen here. */
export const mermaidSettings = {
  startOnLoad: false,
  securityLevel: 'strict',
  suppressErrorRendering: true,
  deterministicIds: true,
  theme: 'base',
  look: 'classic',
  htmlLabels: false,
  fontFamily: 'Literata',
  fontSize,
  flowchart: { curve: 'rounded', padding: 10, nodeSpacing: 26, rankSpacing: 18, minNodeWidth: 40, wrappingWidth: 150 },
  state: { padding: 10, nodeSpacing: 26, rankSpacing: 18, minNodeWidth: 40 },
  sequence: {
    ...text,
    ...face,
    wrap: true,
    mirrorActors: false,
    diagramMarginX: 2,
    diagramMarginY: 2,
    boxMargin: 8,
    messageMargin: 22,
    noteMargin: 8,
    height: 30,
  },
} as const;

/** Columns of sequence diagrams, roomy ones first; the first that keeps a drawing within {@link columnWidth} is taken. */
export const columns = [
  { width: 124, actorMargin: 48 },
  { width: 112, actorMargin: 32 },
  { width: 96, actorMargin: 24 },
  { width: 84, actorMargin: 16 },
  { width: 74, actorMargin: 12 },
] as const;

/** Width of the text column in px: a drawing within it does not scroll on a wide screen. */
export const columnWidth = 604;
