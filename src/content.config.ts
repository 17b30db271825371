import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { chapterSchema } from './schemas/chapter.ts';
import { failureSchema } from './schemas/failure.ts';
import { termSchema } from './schemas/glossary.ts';
import { mythSchema } from './schemas/myth.ts';
import { quizSchema } from './schemas/quiz.ts';
import { sourceSchema } from './schemas/source.ts';
import { chapterId, listLoader, localeField } from './content/loaders.ts';

/** Texts: `en/names-to-addresses`. */
const chapters = defineCollection({
  loader: glob({ pattern: '*/chapter.*.mdx', base: './content/chapters', generateId: ({ entry }) => chapterId(entry) }),
  schema: chapterSchema,
});

/** Questions of a chapter: `en/names-to-addresses`. */
const quizzes = defineCollection({
  loader: glob({ pattern: '*/quiz.*.yaml', base: './content/chapters', generateId: ({ entry }) => chapterId(entry) }),
  schema: quizSchema,
});

/** Lists, one file or several in a folder; entries of an edition have its locale: `en/recursive-resolver`. */
const glossary = defineCollection({ loader: listLoader('glossary'), schema: termSchema.extend(localeField) });
const myths = defineCollection({ loader: listLoader('myths'), schema: mythSchema.extend(localeField) });
const failures = defineCollection({ loader: listLoader('failures'), schema: failureSchema.extend(localeField) });

/** Shared by all editions: `rfc1034`. */
const sources = defineCollection({ loader: listLoader('sources'), schema: sourceSchema });

export const collections = { chapters, quizzes, glossary, myths, failures, sources };
