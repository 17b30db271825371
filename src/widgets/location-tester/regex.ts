import { ConfigError, NotSimulatedError } from './errors.ts';
import { RegexFeatureError, RegexParser, RegexSyntaxError } from './regex-parse.ts';
import type { Node, ParsedRegex } from './regex-parse.ts';

/**
 * How many steps the matches of one request may still take. JavaScript's own expressions know no limit, and a pattern
 * such as `(a+)+$` would hang the page; so they are matched here, by backtracking as PCRE does it, and given up when
 * the steps are used up (well below a second). Nginx itself gives up after ten million for each match.
 */
export interface Budget {
  steps: number;
}

/** The steps of one request. */
export const stepLimit = 200_000;

/** What matched: the whole and the groups, as bytes; a group that took no part is empty. */
export interface RegexMatch {
  readonly groups: readonly string[];
  readonly names: ReadonlyMap<string, string>;
}

type Continue = (at: number) => boolean;
type Matcher = (at: number, next: Continue) => boolean;

class OutOfSteps extends Error {}

interface State {
  text: string;
  budget: Budget;
  /** Start and end of each group, by number. */
  groups: (readonly [number, number] | undefined)[];
}

const isWord = (byte: string | undefined): boolean => byte !== undefined && /\w/.test(byte);

/** A regular expression of a configuration. */
export class Regex {
  readonly source: string;
  readonly captures: number;
  readonly names: readonly string[];
  readonly #parsed: ParsedRegex;
  readonly #match: Matcher;
  readonly #state: State = { text: '', budget: { steps: 0 }, groups: [] };
  readonly #line: number;

  /**
   * @param source the expression, as bytes
   * @param line where it stands, for the {@link ConfigError} in the words of PCRE or the {@link NotSimulatedError}
   */
  constructor(source: string, caseless: boolean, line: number) {
    this.source = source;
    this.#line = line;
    try {
      this.#parsed = new RegexParser(source).parse(caseless);
    } catch (error) {
      if (error instanceof RegexSyntaxError) {
        const at = error.offset >= source.length ? '' : ` at "${source.slice(error.offset)}"`;
        throw new ConfigError(`pcre2_compile() failed: ${error.message} in "${source}"${at}`, line);
      }
      if (error instanceof RegexFeatureError) throw new NotSimulatedError('regex-feature', line, error.feature);
      throw error;
    }
    this.captures = this.#parsed.captures;
    this.names = [...this.#parsed.names.keys()];
    this.#match = this.#compile(this.#parsed.root);
  }

  /** The first match in `text`, or nothing. Throws {@link NotSimulatedError} when it takes too many steps. */
  exec(text: string, budget: Budget = { steps: stepLimit }): RegexMatch | undefined {
    const state = this.#state;
    state.text = text;
    state.budget = budget;
    try {
      for (let start = 0; start <= text.length; start += 1) {
        state.groups = [];
        let end = -1;
        const found = this.#match(start, (at) => {
          end = at;
          return true;
        });
        if (found) return this.#result(start, end);
      }
    } catch (error) {
      // A match that nests too deeply for the stack (RangeError) is as much out of budget.
      if (error instanceof OutOfSteps || error instanceof RangeError) throw new NotSimulatedError('regex-budget', this.#line, this.source);
      throw error;
    }
    return undefined;
  }

  #result(start: number, end: number): RegexMatch {
    const { text, groups } = this.#state;
    const all = Array.from({ length: this.captures + 1 }, (_, n) => {
      const [from, to] = n === 0 ? [start, end] : (groups[n] ?? [0, 0]);
      return text.slice(from, to);
    });
    return { groups: all, names: new Map([...this.#parsed.names].map(([name, n]) => [name, all[n] ?? ''])) };
  }

  #compile(node: Node): Matcher {
    const state = this.#state;
    const step = (): void => {
      state.budget.steps -= 1;
      if (state.budget.steps < 0) throw new OutOfSteps();
    };
    switch (node.is) {
      case 'set':
        return (at, next) => {
          step();
          return at < state.text.length && node.set[state.text.charCodeAt(at)] === true && next(at + 1);
        };
      case 'at':
        return (at, next) => {
          step();
          return this.#holds(node.where, at) && next(at);
        };
      case 'seq': {
        const [first, ...rest] = node.items.map((item) => this.#compile(item)).reverse();
        if (!first) return (at, next) => next(at);
        return rest.reduce<Matcher>((after, item) => (at, next) => item(at, (mid) => after(mid, next)), first);
      }
      case 'alt': {
        const choices = node.choices.map((choice) => this.#compile(choice));
        return (at, next) => {
          step();
          return choices.some((choice) => choice(at, next));
        };
      }
      case 'group': {
        const body = this.#compile(node.body);
        return (at, next) =>
          body(at, (end) => {
            const before = state.groups[node.n];
            state.groups[node.n] = [at, end];
            if (next(end)) return true;
            state.groups[node.n] = before;
            return false;
          });
      }
      case 'atomic':
        return this.#once(this.#compile(node.body));
      case 'look': {
        const body = this.#compile(node.body);
        return (at, next) => {
          step();
          const before = [...state.groups];
          const found = body(at, () => true);
          if (found !== node.wanted || !found) state.groups = before;
          if (found === node.wanted && next(at)) return true;
          state.groups = before;
          return false;
        };
      }
      case 'back':
        return (at, next) => {
          step();
          const range = state.groups[node.n];
          if (!range) return false;
          const wanted = state.text.slice(range[0], range[1]);
          const found = state.text.slice(at, at + wanted.length);
          const same = node.caseless ? found.toLowerCase() === wanted.toLowerCase() : found === wanted;
          return same && next(at + wanted.length);
        };
      case 'repeat': {
        const one = this.#compile(node.body);
        const many = node.body.is === 'set' ? this.#repeatSet(node.body.set, node) : this.#repeatAny(one, node, step);
        return node.how === 'possessive' ? this.#once(many) : many;
      }
    }
  }

  /** The first way in which `body` matches and no other. */
  #once(body: Matcher): Matcher {
    return (at, next) => {
      const before = [...this.#state.groups];
      let end = -1;
      const found = body(at, (to) => {
        end = to;
        return true;
      });
      if (found && next(end)) return true;
      this.#state.groups = before;
      return false;
    };
  }

  #repeatSet(set: readonly boolean[], { min, max, how }: { min: number; max: number; how: string }): Matcher {
    const state = this.#state;
    const step = (): void => {
      state.budget.steps -= 1;
      if (state.budget.steps < 0) throw new OutOfSteps();
    };
    const fits = (at: number): boolean => at < state.text.length && set[state.text.charCodeAt(at)] === true;
    if (how === 'lazy') {
      return (at, next) => {
        for (let count = 0; ; count += 1) {
          step();
          if (count >= min && next(at + count)) return true;
          if (count >= max || !fits(at + count)) return false;
        }
      };
    }
    return (at, next) => {
      let count = 0;
      while (count < max && fits(at + count)) {
        step();
        count += 1;
      }
      for (; count >= min; count -= 1) {
        step();
        if (next(at + count)) return true;
      }
      return false;
    };
  }

  #repeatAny(one: Matcher, { min, max, how }: { min: number; max: number; how: string }, step: () => void): Matcher {
    const from =
      (count: number): Matcher =>
      (at, next) => {
        step();
        const more = (): boolean =>
          count < max &&
          one(at, (to) => {
            // An iteration that took nothing ends the loop.
            if (to === at && count >= min) return next(to);
            return from(count + 1)(to, next);
          });
        if (count < min) return more();
        return how === 'lazy' ? next(at) || more() : more() || next(at);
      };
    return from(0);
  }

  #holds(where: (Node & { is: 'at' })['where'], at: number): boolean {
    const { text } = this.#state;
    const last = text.length - 1;
    switch (where) {
      case 'start':
        return at === 0;
      case 'line-start':
        return at === 0 || (text[at - 1] === '\n' && at <= last);
      case 'very-end':
        return at === text.length;
      case 'end':
        return at === text.length || (at === last && text[at] === '\n');
      case 'line-end':
        return at === text.length || text[at] === '\n';
      default:
        return (isWord(text[at - 1]) !== isWord(text[at])) === (where === 'word');
    }
  }
}
