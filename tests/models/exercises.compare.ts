import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { setTimeout as wait } from 'node:timers/promises';
import { readGuide } from '../../src/content/read-guide.ts';
import type { ExerciseFile } from '../../src/content/read-exercises.ts';
import type { Comparison } from '../../src/lab/comparison.ts';
import type { NeedName } from '../../src/lab/needs.ts';
import type { ExerciseRequest } from '../../src/schemas/exercise.ts';
import { ask, type Answer } from './exercises/ask.ts';
import { apache, gunicorn, uvicorn, type Running } from './exercises/servers.ts';
import { talk } from './exercises/talk.ts';

/**
 * The worked solution of every exercise, in Gunicorn, Uvicorn or Apache, answers each of its requests as it does under
 * the grader: status, every header that the program set, body, messages, and what it logs.
 */
export const needs: readonly NeedName[] = ['venv', 'apache'];

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Where a server is known to break the rule that the grader keeps; each must still be so. */
const known: Readonly<Record<string, string>> = {
  'wsgi-layer, change-of-mind': 'Gunicorn keeps the headers that were taken back, beside the new ones: wsgi#second-thoughts',
};

/** What the grader saw of a request, as far as a server can be compared with it. */
interface Seen {
  readonly id: string;
  readonly response: { readonly status: number; readonly headers: readonly (readonly [string, string])[]; readonly body: string } | null;
}

interface Named {
  readonly name: string;
  readonly exercise: ExerciseFile;
  readonly seen: readonly Seen[];
}

export async function compare(): Promise<Comparison> {
  const exercises = grade(
    readGuide(root, 'en').chapters.flatMap((chapter) => chapter.exercises.map((exercise) => ({ name: `${chapter.slug}-${exercise.id}`, exercise }))),
  );
  const differences: string[] = [];
  const notes: string[] = [];
  let cases = 0;

  const run = async ({ name, exercise, seen }: Named, server: Running): Promise<void> => {
    for (const request of exercise.data.requests) {
      const place = `${name}, ${request.id}`;
      if (isHandMade(request) || (exercise.data.interface === 'wsgi' && request.request.leaves_after)) {
        notes.push(`${place}: not with a server`);
        continue;
      }
      cases++;
      const graded = seen.find(({ id }) => id === request.id);
      const found = await differencesOf(request, graded, server).catch((error: Error) => [error.message]);
      const reason = known[place];
      if (reason) notes.push(`${place}: ${found.join('; ')}. ${reason}`);
      if (reason && found.length === 0) differences.push(`${place}: no longer differs; remove it from \`known\``);
      if (!reason) differences.push(...found.map((text) => `${place}: ${text}`));
    }
  };

  for (const named of exercises.filter(({ exercise }) => exercise.data.interface !== 'cgi')) {
    const { name, exercise } = named;
    const server = await (exercise.data.interface === 'wsgi' ? gunicorn : uvicorn)(name, exercise.solution);
    await run(named, server);
    await server.stop();
    for (const { id, request, expect } of exercise.data.requests) {
      if (request.scope !== 'lifespan') continue;
      cases++;
      if (!holds(server.log(), expect.log)) differences.push(`${name}, ${id}: the log of the whole life is\n${server.log()}`);
    }
  }

  const programs = exercises.filter(({ exercise }) => exercise.data.interface === 'cgi');
  const server = await apache(new Map(programs.map(({ exercise }) => [programName(exercise), exercise.solution])));
  for (const named of programs) await run(named, server);
  await server.stop();
  return { cases, differences, notes };
}

/** The name of a CGI program, which its requests ask for: `/cgi-bin/shop/books/42`. */
function programName({ data, file }: ExerciseFile): string {
  const name = /^\/cgi-bin\/([a-z-]+)/.exec(data.requests[0]?.request.path ?? '')?.[1];
  if (!name) throw new Error(`${file}: ask for a program below /cgi-bin/`);
  return name;
}

/** Adds what the graders see of each solution, all in one process. */
function grade(exercises: readonly Omit<Named, 'seen'>[]): readonly Named[] {
  const jobs = exercises.map(({ exercise: { data, solution } }) => ({ exercise: { interface: data.interface, requests: data.requests }, source: solution }));
  const { status, stdout, stderr } = spawnSync('python3', ['-B', '-X', 'utf8', '-m', 'grader.batch'], {
    cwd: `${root}/src/widgets/python-exercise`,
    input: JSON.stringify(jobs),
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  if (status !== 0) throw new Error(`grader.batch ended with ${status}:\n${stderr}`);
  const results = JSON.parse(stdout) as readonly { readonly tests: readonly Seen[] }[];
  return exercises.map((named, i) => ({ ...named, seen: results[i]?.tests ?? [] }));
}

/**
 * A scope that no server uses, one that belongs to the whole process, or an application of the grader. (A client of Gunicorn that leaves is left out,
 * too: the server learns it too late to stop a short answer.)
 */
function isHandMade({ request: { scope, middleware } }: ExerciseRequest): boolean {
  return middleware !== undefined || (scope !== undefined && scope !== 'http' && scope !== 'websocket');
}

async function differencesOf({ request, expect }: ExerciseRequest, seen: Seen | undefined, server: Running): Promise<readonly string[]> {
  const before = server.log().length;
  if (request.scope === 'websocket') {
    const { messages } = await talk(server.port, request.path ?? '/', request.ws_in ?? []);
    const wanted = (expect.events ?? []).flatMap(({ type, ['text']: text }) => (type === 'websocket.send' ? [String(text)] : []));
    return JSON.stringify(messages) === JSON.stringify(wanted) ? [] : [`says ${JSON.stringify(messages)}, not ${JSON.stringify(wanted)}`];
  }
  if (!seen) return ['the grader did not grade it'];
  const answer = await ask(server.port, request);
  const found = [...answerDifferences(answer, seen, request.leaves_after !== undefined)];
  for (let tries = 0; !holds(server.log().slice(before), expect.log); tries++) {
    if (tries === 100) {
      found.push(`the log has no ${JSON.stringify(expect.log)}`);
      break;
    }
    await wait(20);
  }
  return found;
}

/** @param isCut the client left: what it got may be longer or shorter by what was on its way */
function answerDifferences(answer: Answer, { response }: Seen, isCut: boolean): readonly string[] {
  // A program that refuses by an exception: the server answers for it.
  if (!response) return answer.status === 500 ? [] : [`status ${answer.status}, not 500`];
  const { status, headers, body } = response;
  const same = isCut ? answer.body.startsWith(body) || body.startsWith(answer.body) : answer.body === body;
  return [
    ...(answer.status === status ? [] : [`status ${answer.status}, not ${status}`]),
    ...headers.flatMap(([name, value]) => {
      const got = answer.headers[name.toLowerCase()];
      return got === value ? [] : [`${name}: ${got}, not ${value}`];
    }),
    ...(same ? [] : [`body ${JSON.stringify(answer.body)}, not ${JSON.stringify(body)}`]),
  ];
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
