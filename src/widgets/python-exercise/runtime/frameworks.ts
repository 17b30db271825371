import type { Framework } from '../../../schemas/exercise.ts';

/** Frameworks that an exercise can be shown with, and the packages of each, in ../packages; names as in src/lab/requirements.lock. */
export const frameworks = {
  flask: ['flask', 'werkzeug', 'jinja2', 'markupsafe', 'click', 'itsdangerous', 'blinker'],
  starlette: ['starlette', 'anyio', 'idna', 'typing-extensions'],
} as const satisfies Readonly<Record<Framework, readonly string[]>>;
