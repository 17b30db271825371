import { icon, make } from './dom.ts';

/** A line with a mark: the verdict in bold, then what explains it. */
export function verdict(isRight: boolean, bold: string, ...rest: readonly (Node | string)[]): HTMLElement {
  return make('span', `verdict ${isRight ? 'right' : 'wrong'}`, icon(isRight ? 'yes' : 'no'), make('span', '', make('b', '', bold), ...rest.flatMap((part) => [' ', part])));
}

/** A line without judgement: something is missing, or was moved. */
export function notice(sentence: string): HTMLElement {
  return make('span', 'verdict plain', icon('warn'), make('span', '', sentence));
}
