import { fileURLToPath } from 'node:url';
import { setTimeout as wait } from 'node:timers/promises';
import { readGuide } from '../../src/content/read-guide.ts';
import type { ExerciseFile } from '../../src/content/read-exercises.ts';
import type { Comparison } from '../../src/lab/comparison.ts';
import type { NeedName } from '../../src/lab/needs.ts';
import type { ExerciseRequest } from '../../src/schemas/exercise.ts';
import { ask } from './exercises/ask.ts';
import { apache, gunicorn, uvicorn, type Running } from './exercises/servers.ts';
import { talk } from './exercises/talk.ts';

/**
 * The worked solution of every exercise, in Gunicorn, Uvicorn or Apache, answers each of its requests as the exercise
 * says (and as the grader in the page sees it): status, headers, body, messages and log.
 */
export const needs: readonly NeedName[] = ['venv', 'apache'];

const root = fileURLToPath(new URL('../..', import.meta.url));

export async function compare(): Promise<Comparison> {
  const exercises = readGuide(root, 'en').chapters.flatMap((chapter) => chapter.exercises.map((exercise) => ({ name: `${chapter.slug}-${exercise.id}`, exercise })));
  const differences: string[] = [];
  const notes: string[] = [];
  let cases = 0;

  const run = async (name: string, exercise: ExerciseFile, server: Running): Promise<void> => {
    for (const request of exercise.data.requests) {
      const place = `${name}, ${request.id}`;
      if (isHandMade(request) || (exercise.data.interface === 'wsgi' && request.request.leaves_after)) {
        notes.push(`${place}: not with a server`);
        continue;
      }
      cases++;
      const found = await differencesOf(request, server).catch((error: Error) => [error.message]);
      differences.push(...found.map((text) => `${place}: ${text}`));
    }
  };

  for (const { name, exercise } of exercises.filter(({ exercise }) => exercise.data.interface !== 'cgi')) {
    const server = await (exercise.data.interface === 'wsgi' ? gunicorn : uvicorn)(name, exercise.solution);
    await run(name, exercise, server);
    await server.stop();
    for (const { id, request, expect } of exercise.data.requests) {
      if (request.scope !== 'lifespan') continue;
      cases++;
      if (!holds(server.log(), expect.log)) differences.push(`${name}, ${id}: the log of the whole life is\n${server.log()}`);
    }
  }

  const programs = exercises.filter(({ exercise }) => exercise.data.interface === 'cgi');
  const server = await apache(new Map(programs.map(({ name, exercise }) => [name, exercise.solution])));
  for (const { name, exercise } of programs) await run(name, exercise, { ...server, prefix: `/cgi-bin/${name}` });
  await server.stop();
  return { cases, differences, notes };
}

/**
 * A scope that no server uses, one that belongs to the whole process, or an application of the grader. (A client of
 * Gunicorn that leaves is left out, too: the server learns it too late to stop a short answer.)
 */
function isHandMade({ request: { scope, middleware } }: ExerciseRequest): boolean {
  return middleware !== undefined || (scope !== undefined && scope !== 'http' && scope !== 'websocket');
}

async function differencesOf({ request, expect }: ExerciseRequest, server: Running): Promise<readonly string[]> {
  const before = server.log().length;
  if (request.scope === 'websocket') {
    const { messages } = await talk(server.port, request.path ?? '/', request.ws_in ?? []);
    const wanted = (expect.events ?? []).flatMap(({ type, ['text']: text }) => (type === 'websocket.send' ? [String(text)] : []));
    return JSON.stringify(messages) === JSON.stringify(wanted) ? [] : [`says ${JSON.stringify(messages)}, not ${JSON.stringify(wanted)}`];
  }
  const answer = await ask(server.port, request, server.prefix);
  const found: string[] = [];
  // An application that refuses a scope by an exception: the server answers for it.
  const status = expect.events?.length === 0 ? 500 : expect.status;
  if (status !== undefined && answer.status !== status) found.push(`status ${answer.status}, not ${status}`);
  for (const [name, value] of Object.entries(expect.headers ?? {})) {
    if (answer.headers[name] !== value) found.push(`${name}: ${answer.headers[name]}, not ${value}`);
  }
  if (expect.body !== undefined && answer.body !== expect.body) found.push(`body ${JSON.stringify(answer.body)}, not ${JSON.stringify(expect.body)}`);
  if (expect.body_contains !== undefined && !answer.body.includes(expect.body_contains)) {
    found.push(`body ${JSON.stringify(answer.body)} without ${JSON.stringify(expect.body_contains)}`);
  }
  for (let tries = 0; !holds(server.log().slice(before), expect.log); tries++) {
    if (tries === 100) {
      found.push(`the log has no ${JSON.stringify(expect.log)}`);
      break;
    }
    await wait(20);
  }
  return found;
}

/** True when a log has the wanted lines in their order, among others. */
function holds(log: string, wanted = ''): boolean {
  const lines = log.split('\n');
  return wanted.split('\n').filter(Boolean).every((line) => {
    const at = lines.indexOf(line);
    lines.splice(0, at + 1);
    return at >= 0;
  });
}
