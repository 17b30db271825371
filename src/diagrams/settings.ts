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
  handDrawnSeed: 1,
  theme: 'base',
  look: 'classic',
  htmlLabels: false,
  fontFamily: 'Literata',
  fontSize,
  elk: { straightenEdges: true },
  flowchart: { curve: 'rounded', padding: 10, nodeSpacing: 26, rankSpacing: 18, minNodeWidth: 40, wrappingWidth: 150 },
  state: { padding: 10, nodeSpacing: 26, rankSpacing: 18, minNodeWidth: 40 },
  sequence: {
    ...text,
    ...face,
    wrap: true,
    wrapPadding: 4,
    mirrorActors: false,
    diagramMarginX: 2,
    diagramMarginY: 2,
    boxMargin: 9,
    noteMargin: 10,
    height: 30,
  },
} as const;

/** Width of the text column in px: a drawing within it does not scroll on a wide screen. */
export const columnWidth = 604;

/** Widest name plate of a sequence diagram, by the number of participants; then how far apart they may stand. */
export const plates = { widths: [112, 112, 112, 112, 112, 96, 84, 76], narrowestGap: 8, widestGap: 88 } as const;
