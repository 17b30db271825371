import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { readRules, type GraderRule } from './read-rules.ts';

/** What was compared with one document: its sentences by section. */
interface Checked {
  document: string;
  sections: Readonly<Record<string, readonly string[]>>;
}

/** Rules that quote nobody: the task's own, and what no document says for all servers. */
const ours = new Set(['app-missing', 'limit', 'task']);

const checked = parse(readFileSync(new URL('./quotations.yaml', import.meta.url), 'utf8')) as readonly Checked[];

/** The sentences that were found in the sections that the rule names; none when its document or a section is not listed. */
function quotable(rule: Pick<GraderRule, 'section'>): readonly string[] {
  const source = checked.find(({ document }) => rule.section.startsWith(document));
  if (!source) return [];
  const named = rule.section.slice(source.document.length).replace(/^,? /, '').split(', ');
  return named.flatMap((section) => source.sections[section] ?? []);
}

/** What a rule quotes and nobody compared: its text without checked sentences, names of its sections, and our brackets. */
function unchecked(rule: Pick<GraderRule, 'section' | 'text'>): string {
  const known = [...quotable(rule)].sort((a, b) => b.length - a.length);
  const rest = known.reduce((text, sentence) => text.replaceAll(sentence, ' '), rule.text.replaceAll('\\\\', '\\'));
  const headings = rule.section.split(', ').map((part) => part.trim());
  return rest
    .split(/\[[^\]]*\]/)
    .map((part) => part.trim())
    .filter((part) => /[\p{L}\p{N}]/u.test(part) && !headings.includes(part))
    .join(' … ');
}

test('each rule quotes only sentences that were compared with their document', () => {
  const rules = readRules().filter(({ id }) => !ours.has(id));
  const wrong = rules.map((rule) => ({ id: rule.id, unchecked: unchecked(rule) })).filter((found) => found.unchecked !== '');
  expect(wrong, 'compare these with the document, then add them to tests/grader/quotations.yaml').toEqual([]);
});

test('each of our own rules exists, and each checked sentence is quoted by a rule', () => {
  const rules = readRules();
  expect([...ours].filter((id) => !rules.some((rule) => rule.id === id))).toEqual([]);
  const quotes = (sentence: string) => rules.some((rule) => quotable(rule).includes(sentence) && rule.text.replaceAll('\\\\', '\\').includes(sentence));
  expect(checked.flatMap(({ sections }) => Object.values(sections).flat()).filter((sentence) => !quotes(sentence))).toEqual([]);
});

test('a changed word, another section, and words beside a quotation are noticed', () => {
  const rule = { section: 'RFC 9110 §8.6', text: 'a sender MUST NOT forward a message with a Content-Length header field value that is known to be incorrect [ours]' };
  expect(unchecked(rule)).toBe('');
  expect(unchecked({ ...rule, text: rule.text.replace('MUST NOT', 'must not') })).not.toBe('');
  expect(unchecked({ ...rule, section: 'RFC 9112 §6.2' })).not.toBe('');
  expect(unchecked({ ...rule, section: 'RFC 9110 §8.5' })).not.toBe('');
  expect(unchecked({ ...rule, text: `It is wrong: ${rule.text}` })).toBe('It is wrong:');
});
