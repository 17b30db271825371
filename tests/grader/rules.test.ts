import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { sectionIds } from '../../src/content/checks/references.ts';
import { readGuide } from '../../src/content/read-guide.ts';
import { readRules } from './read-rules.ts';

const rules = readRules();

test('each rule has an id of its own that names its interface, or is one of all', () => {
  const ids = rules.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const shared = ['python-error', 'app-missing', 'limit', 'task'];
  expect(ids.filter((id) => !shared.includes(id) && !/^(?:wsgi|asgi|cgi)-/.test(id))).toEqual([]);
  expect(rules.length).toBeGreaterThan(80);
});

test('what each rule links to is a section of the guide', () => {
  const guide = readGuide(fileURLToPath(new URL('../..', import.meta.url)), 'en');
  const sections = new Set(guide.chapters.flatMap((chapter) => [...sectionIds(chapter)].map((id) => `${chapter.slug}#${id}`)));
  const introduced = ['wsgi#call', 'asgi#call', 'cgi#one-program'];
  const linked = [...introduced, ...rules.flatMap(({ guide: place }) => place ?? [])];
  expect(linked.filter((place) => !sections.has(place))).toEqual([]);
});
