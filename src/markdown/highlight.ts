import { createHighlighter, type BundledLanguage, type Highlighter } from 'shiki';

/** Languages of listings. `text` and `console` are set without colours. */
export const languages = [
  'bash',
  'css',
  'dockerfile',
  'html',
  'http',
  'ini',
  'javascript',
  'json',
  'jsx',
  'nginx',
  'python',
  'sql',
  'systemd',
  'toml',
  'typescript',
  'yaml',
] as const satisfies readonly BundledLanguage[];

const plain = new Set(['text', 'console']);

/**
 * TextMate scopes → the classes of the design; punctuation is left in ink. Colours stand in the stylesheet, so one rendering serves
 * both themes and the HTML carries no styles.
 */
const classes: readonly (readonly [string, readonly string[]])[] = [
  ['c-c', ['comment', 'punctuation.definition.comment']],
  ['c-s', ['string', 'punctuation.definition.string', 'constant.character.escape']],
  ['c-n', ['constant.numeric', 'constant.language', 'keyword.other.unit']],
  ['c-k', ['keyword', 'storage', 'entity.name.tag', 'keyword.other.important']],
  ['c-f', ['entity.name.function', 'support.function', 'meta.function-call.generic', 'entity.name.type', 'entity.name.class']],
  ['c-v', ['variable.parameter', 'entity.other.attribute-name', 'support.type.property-name', 'variable.other.property']],
  ['', ['punctuation', 'meta.brace', 'keyword.operator']],
];

/** Each class has a colour that no other has; it is read back below and never reaches a page. */
const colourOf = (i: number): string => `#0000${(i + 1).toString(16).padStart(2, '0')}`;
const classOf = new Map(classes.map(([name], i) => [colourOf(i), name]));

let shared: Promise<Highlighter> | undefined;

function highlighter(): Promise<Highlighter> {
  shared ??= createHighlighter({
    langs: [...languages],
    themes: [
      {
        name: 'classes',
        type: 'light',
        fg: '#ffffff',
        bg: '#000000',
        settings: classes.map(([, scope], i) => ({ scope: [...scope], settings: { foreground: colourOf(i) } })),
      },
    ],
  });
  return shared;
}

/**
 * Highlights code, line by line, as HTML with `c-…` classes.
 * @param code the whole excerpt, so that strings over several lines are seen
 * @throws Error for a language that is not in {@link languages}
 */
export async function highlightLines(code: string, lang: string): Promise<readonly string[]> {
  if (plain.has(lang)) return code.split('\n').map(escapeHtml);
  if (!(languages as readonly string[]).includes(lang)) {
    throw new Error(`the language \`${lang}\` is unknown; write one of ${[...languages, ...plain].join(', ')}`);
  }
  // Without a limit on time: on a busy machine it would leave words without their colour.
  const { tokens } = (await highlighter()).codeToTokens(code, { lang: lang as BundledLanguage, theme: 'classes', tokenizeTimeLimit: 0 });
  return tokens.map((line) => {
    let html = '';
    let open: string | undefined;
    for (const token of line) {
      const name = token.content.trim() ? classOf.get(token.color?.toLowerCase() ?? '') || undefined : open;
      if (name !== open) html += `${open ? '</span>' : ''}${name ? `<span class="${name}">` : ''}`;
      open = name;
      html += escapeHtml(token.content);
    }
    return open ? `${html}</span>` : html;
  });
}

/** Text as HTML. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
