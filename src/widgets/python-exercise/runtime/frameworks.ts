import type { Framework } from '../../../schemas/exercise.ts';

/** Frameworks that an exercise can be shown with, and the packages of each, in ../packages; names as in src/lab/requirements.lock. */
export const frameworks = {
  flask: ['flask', 'werkzeug', 'jinja2', 'markupsafe', 'click', 'itsdangerous', 'blinker'],
  starlette: ['starlette', 'anyio', 'idna', 'typing-extensions'],
} as const satisfies Readonly<Record<Framework, readonly string[]>>;

/**
 * What is imported while the reader is told so, before a program has its five seconds: the frameworks' own parts, and
 * those that they import with the first request only.
 */
export const firstImports = {
  flask: ['flask'],
  starlette: ['starlette.applications', 'starlette.responses', 'starlette.routing', 'anyio._backends._asyncio'],
} as const satisfies Readonly<Record<Framework, readonly string[]>>;
