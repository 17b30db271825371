import { HtmlValidate, type ConfigData } from 'html-validate';

/** The rules of html-validate's recommended set; what is switched off or widened is a preference, not an error of HTML. */
const config: ConfigData = {
  root: true,
  extends: ['html-validate:recommended'],
  rules: {
    // The default types, `submit` and `text`, are the ones that are meant where none is written.
    'no-implicit-button-type': 'off',
    'no-implicit-input-type': 'off',
    // Check boxes of one question share a name, as radio buttons do.
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'button', 'reset', 'submit'] }],
    // H32 is one technique of several: these forms act on each change, and nothing is sent.
    'wcag/h32': 'off',
    // Recorded outputs keep the spaces at the end of their lines.
    'no-trailing-whitespace': 'off',
    // A title of 71 characters is cut in a list of results, and whole in the page.
    'long-title': 'off',
    // HTML allows every character but a space in an id: `v0.1.0`.
    'valid-id': ['error', { relaxed: true }],
  },
};

const validator = new HtmlValidate(config);

/** What is wrong with a page: line, column, rule and what it says, one entry each. */
export async function htmlErrors(html: string): Promise<readonly string[]> {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) =>
    messages.map(({ line, column, ruleId, message, selector }) => `${line}:${column} ${ruleId}: ${message} (${selector ?? 'no element'})`),
  );
}
