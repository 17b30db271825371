import type { Question } from '../../schemas/quiz.ts';
import { normalise, type AnswerKey } from './answer.ts';
import { disordered, shuffled } from '../shared/shuffle.ts';

/** Code beside a question, as HTML. */
export interface RenderedExcerpt {
  /** Name shown above: of the file, or of what was run. */
  readonly name: string;
  /** `transcript` for a recorded run. */
  readonly kind: 'listing' | 'transcript';
  /** Each line as highlighted HTML. */
  readonly lines: readonly string[];
  /** Of a transcript: `$` for a typed line, `>` for one that goes on, empty for a printed one. */
  readonly prompts: readonly ('$' | '>' | '')[];
}

/** Something that can be chosen, placed, matched or typed, with its explanation. */
export interface RenderedItem {
  /** What the answer holds when this is chosen. */
  readonly value: string;
  readonly html: string;
  readonly right: boolean;
  readonly why: string;
}

/** A question as HTML strings: everything that the page needs. */
export interface RenderedQuestion extends Pick<Question, 'id' | 'rev' | 'kind' | 'see'> {
  readonly key: AnswerKey;
  /** What comes before the question itself: block HTML, often empty. */
  readonly situation: string;
  /** The question: inline HTML. */
  readonly ask: string;
  readonly excerpt?: RenderedExcerpt;
  /** In the order of the solution: as shown for options and left sides, in the right order for steps. */
  readonly items: readonly RenderedItem[];
  /** Values of the steps to be ordered, or of all right sides, as shown. */
  readonly shown: readonly string[];
  /** Match: the right sides by value; without explanation when they belong to a left side. */
  readonly rights: readonly Omit<RenderedItem, 'right'>[];
  /** Short: other texts that are accepted, as written. */
  readonly also: readonly string[];
  /** Said to an answer that was not foreseen. */
  readonly otherwise?: string;
}

/** The chapter that a question comes from, for a page with questions of several. */
export interface QuestionOrigin {
  /** Id of the question's element on the page. */
  readonly id: string;
  /** `chapter/question`: the question's name among all. */
  readonly key: string;
  /** The chapter's number and name; plain text. */
  readonly topic: string;
  /** Address of the question in the quiz of its chapter. */
  readonly href: string;
  /** Address of the section that settles it. */
  readonly see: string;
}

/** What turns content into HTML. */
export interface QuestionHtml {
  /** Inline Markdown → HTML. */
  readonly inline: (text: string) => string;
  /** Markdown of several blocks → HTML. */
  readonly block: (text: string) => string;
}

/**
 * A question of the YAML file as HTML. Options, steps and left sides are shuffled by the question's id.
 * @param excerpt its listing or transcript, when it has one
 */
export function renderQuestion(question: Question, html: QuestionHtml, excerpt?: RenderedExcerpt): RenderedQuestion {
  const { id, rev, kind, see, prompt } = question;
  return {
    id,
    rev,
    kind,
    see,
    ...splitPrompt(prompt, html),
    ...(excerpt ? { excerpt } : {}),
    rights: [],
    shown: [],
    also: [],
    ...parts(question, html.inline),
  };
}

type Parts = Pick<RenderedQuestion, 'key' | 'items'> & Partial<Pick<RenderedQuestion, 'shown' | 'rights' | 'also' | 'otherwise'>>;

function parts(question: Question, inline: (text: string) => string): Parts {
  const { id, kind } = question;
  const values = (count: number): readonly string[] => Array.from({ length: count }, (_, i) => String(i));
  switch (kind) {
    case 'choice':
    case 'output':
    case 'several': {
      const textOf = kind === 'output' ? (text: string) => printed(text, inline) : inline;
      const items = question.options.map(({ text, correct, why }, i) => item(String(i), textOf(text), inline(why), correct));
      return { key: { kind, right: items.filter(({ right }) => right).map(({ value }) => value) }, items: shuffled(items, id) };
    }
    case 'order': {
      const items = question.items.map(({ text, why }, i) => item(String(i), inline(text), inline(why), true));
      const right = values(items.length);
      return { key: { kind, right }, items, shown: disordered(right, id) };
    }
    case 'match': {
      const pairs = shuffled([...question.pairs.entries()], id);
      const extra = (question.extra ?? []).map(({ text, why }, i) => ({ value: `extra-${i}`, html: inline(text), why: inline(why) }));
      const rights = [...question.pairs.map(({ right }, i) => ({ value: String(i), html: inline(right), why: '' })), ...extra];
      return {
        key: { kind, right: pairs.map(([i]) => String(i)) },
        items: pairs.map(([i, { left, why }]) => item(String(i), inline(left), inline(why), true)),
        rights,
        shown: shuffled(rights.map(({ value }) => value), `${id}-rights`),
      };
    }
    case 'short': {
      const [first = '', ...also] = question.accept;
      return {
        key: { kind, right: question.accept.map(normalise) },
        items: [
          item(normalise(first), typed(first), inline(question.why), true),
          ...question.wrong.map(({ answer, why }) => item(normalise(answer), typed(answer), inline(why))),
        ],
        also,
        otherwise: inline(question.otherwise),
      };
    }
    case 'point': {
      const items = [...question.lines]
        .sort((a, b) => a.line - b.line)
        .map(({ line, correct, why }) => item(String(line), String(line), inline(why), correct));
      return { key: { kind, right: items.filter(({ right }) => right).map(({ value }) => value) }, items, otherwise: inline(question.otherwise) };
    }
  }
}

function item(value: string, html: string, why: string, right = false): RenderedItem {
  return { value, html, why, right };
}

/** The last paragraph is the question; it becomes the legend, which takes no blocks. */
function splitPrompt(prompt: string, { inline, block }: QuestionHtml): Pick<RenderedQuestion, 'situation' | 'ask'> {
  const blocks = prompt.trim().split(/\n\s*\n/);
  const ask = inline(blocks.at(-1) ?? '');
  const before = blocks.slice(0, -1).join('\n\n');
  return { situation: before ? block(before) : '', ask };
}

/** What a program prints stays as it is, without links or typographic quotes; text with Markdown's code in it is text. */
function printed(text: string, inline: (text: string) => string): string {
  return text.includes('`') ? inline(text) : typed(text);
}

function typed(text: string): string {
  return `<code>${escape(text)}</code>`;
}

/** HTML as text, for an `<option>`. Character references stay. */
export function withoutTags(html: string): string {
  return html.replace(/<[^>]*>/g, '');
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
