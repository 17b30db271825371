import { http, schemes } from './addresses.ts';
import { bombs, long } from './heavy.ts';
import { attributes, markup, svgAndMathml, templates } from './markup.ts';
import { names, nginx, python } from './programs.ts';
import { controls, encodings, json, objects, unicode } from './texts.ts';

/**
 * Texts with which somebody might attack the places where readers, or links that they follow, put texts. Were one of them
 * taken for markup or program, it would call `alive()`, bring elements, or reach another host; or it would take for ever.
 */
export const groups = {
  markup,
  attributes,
  'SVG and MathML': svgAndMathml,
  templates,
  schemes,
  http,
  unicode,
  controls,
  objects,
  json,
  encodings,
  python,
  nginx,
  names,
  long,
  bombs,
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** All of them. */
export const payloads: readonly string[] = Object.values(groups).flat();
