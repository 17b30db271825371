import { readFileSync } from 'node:fs';

/**
 * The light colours of the stylesheet, so that pictures have no palette of their own.
 * @throws Error from the returned function for a token that tokens.css does not set
 */
export function lightColours(file = 'src/styles/tokens.css'): (token: string) => string {
  const css = readFileSync(file, 'utf8');
  const colours = new Map([...css.matchAll(/--([a-z0-9-]+): light-dark\((#[0-9a-f]{3,8}),/g)].map(([, name = '', value = '']) => [name, value]));
  return (token) => {
    const colour = colours.get(token);
    if (!colour) throw new Error(`${file} sets no colour --${token} by light-dark()`);
    return colour;
  };
}
