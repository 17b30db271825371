import { ToolError } from './run-tool.ts';

/** Port when nobody chose one. */
const usual = 4321;

/** Reads a port as typed; 0 takes any free one. */
export function readPort(typed: string | undefined): number {
  if (typed === undefined || typed === '') return usual;
  const port = /^\d+$/.test(typed) ? Number(typed) : NaN;
  if (port <= 65535) return port;
  throw new ToolError(`"${typed}" is not a port: write a number up to 65535, such as PORT=4322 npm start.`);
}
