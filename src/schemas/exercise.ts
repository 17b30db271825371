import { z } from 'zod';
import { idSchema, textSchema } from './common.ts';

/** What a program of an exercise keeps: the agreement that its grader checks. */
export const interfaces = ['cgi', 'wsgi', 'asgi'] as const;

/** Frameworks whose packages the site brings, and what each keeps. */
export const frameworkInterfaces = { flask: 'wsgi', starlette: 'asgi' } as const satisfies Readonly<Record<string, (typeof interfaces)[number]>>;
const frameworkNames = Object.keys(frameworkInterfaces) as (keyof typeof frameworkInterfaces)[];

/** Pairs of name and value, in the order in which they are sent. Plain text; values of a request may hold any Latin-1. */
const headersSchema = z.array(z.tuple([z.string().regex(/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/, { error: 'write the name of a header field' }), z.string()]));

/**
 * What comes in. The graders fill in what is left out: a GET of `/` without headers and body. A body gets its
 * Content-Length, in bytes of UTF-8, unless the headers have one or say Transfer-Encoding.
 */
export const requestSchema = z.strictObject({
  method: z.string().regex(/^[A-Z]+$/, { error: 'write the method in capitals, such as GET' }).optional(),
  /** As text, not percent-encoded, such as `/books/Brontë`. */
  path: z.string().regex(/^[^?#]*$/, { error: 'write the path without query; the query is a field of its own' }).optional(),
  /** As it is sent, without the question mark. */
  query: z.string().regex(/^(?!\?)[\x21-\x7e]*$/, { error: 'write the query as it is sent, percent-encoded and without `?`' }).optional(),
  headers: headersSchema.optional(),
  /** Text, sent as UTF-8. */
  body: z.string().optional(),
  /** ASGI: the body in so many `http.request` events. */
  body_chunks: z.array(z.string()).min(2, { error: 'write at least two parts, or use `body`' }).optional(),
  /** ASGI: kind of the call; `http` when it is left out. Other kinds are those that an application may not know. */
  scope: z.string().regex(/^[a-z.]+$/).optional(),
  /** ASGI, WebSocket: messages of the client, in order; then it leaves. */
  ws_in: z.array(z.string()).optional(),
  /** The client leaves when it has got so many blocks of the body: WSGI calls `close()`, ASGI gives `http.disconnect`. */
  leaves_after: z.int().min(1).optional(),
  /** ASGI: the client leaves when so many events of its own body have come. */
  disconnect_after: z.int().min(0).optional(),
  /** ASGI: keys of events that a server may leave out are left out. */
  sparse: z.literal(true).optional(),
  /** ASGI: milliseconds for which the program may keep the event loop between two awaits. */
  max_block_ms: z.int().min(1).max(10_000).optional(),
  /** ASGI: the server announces its start before the request and its end after it. */
  lifespan: z.literal(true).optional(),
  /** WSGI: name of a middleware in the program, which the grader puts round an application of its own. */
  middleware: z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/, { error: 'write the name of a function or class of the program' }).optional(),
});

/** What must come out, besides keeping the rules of the interface. */
export const expectSchema = z
  .strictObject({
    status: z.int().min(100).max(599).optional(),
    /** Names in lower case; fields that are not named here are free. */
    headers: z
      .record(z.string(), z.string())
      .refine((headers) => Object.keys(headers).every((name) => /^[a-z0-9-]+$/.test(name)), { error: 'write names of header fields in lower case' })
      .optional(),
    /** The whole body. */
    body: z.string().optional(),
    body_contains: z.string().optional(),
    /** The blocks of the body as they are handed over, one by one; empty ones do not count. Not for CGI, which has none. */
    blocks: z.array(z.string().min(1)).optional(),
    /** What is written to `wsgi.errors` and to standard error. */
    log: z.string().optional(),
    /** ASGI: the events that the application sends, in order: fields that are named must be equal. */
    events: z.array(z.looseObject({ type: z.string() })).optional(),
  })
  .refine((expect) => Object.keys(expect).length > 0, { error: 'say what must come out: status, headers, body, body_contains, blocks, log or events' });

/** One request of an exercise, and what must come back. */
export const exerciseRequestSchema = z.strictObject({
  id: idSchema,
  /** What the test is called in the page. Inline Markdown. */
  title: textSchema,
  request: requestSchema,
  expect: expectSchema,
});

/** A near miss: a program that looks right and is not. */
const wrongSchema = z.strictObject({
  /** wrong/<file>.py */
  file: idSchema,
  /** The rule that it breaks, as grader/rules.py names it; `task` when it is legal and not what was asked. */
  rule: idSchema,
  /** What is wrong with it. Inline Markdown. */
  why: textSchema,
});

const indentSchema = z.int().min(0).max(6).optional();

/** A comment that stays where it is: it names the next step. Its indent is that of the block after it, unless it is given. */
const subgoalSchema = z.strictObject({ subgoal: textSchema, indent: indentSchema });

/** Lines that are to be put in order, with at most one wrong variant to choose between. */
const codeBlockSchema = z
  .strictObject({
    code: textSchema,
    /** Levels of four spaces in front of each line. */
    indent: indentSchema,
    /** The paired distractor: a real error of the protocol. */
    instead: textSchema.optional(),
    /** Why the distractor is wrong. Inline Markdown. */
    why: textSchema.optional(),
    /** This block and the one of code before it may stand in either order; several in a row in any. */
    anyOrder: z.literal(true, { error: 'write `true`, or leave it out' }).optional(),
  })
  .refine(({ instead, why }) => (instead === undefined) === (why === undefined), { error: '`instead` and `why` stand together: a distractor says why it is wrong' })
  .refine(({ code, instead }) => code !== instead, { path: ['instead'], error: 'the distractor is the same as the code; make it different' });

/** A line of a puzzle, in the right order. */
export const puzzleBlockSchema = z.union([subgoalSchema, codeBlockSchema], {
  error: 'write `subgoal:` (a fixed comment), or `code:` with `indent:`, `instead:` and `why:`, `anyOrder:`',
});

const idsDiffer = (list: readonly { id: string }[]): boolean => new Set(list.map(({ id }) => id)).size === list.length;

/** One exercise: `exercises/<id>/exercise.<locale>.yaml`, beside starter.py, solution.py and wrong/. */
export const exerciseSchema = z.strictObject({
  /** What is to be made, in a few words. Inline Markdown. */
  title: textSchema,
  interface: z.enum(interfaces, { error: 'write cgi, wsgi or asgi' }),
  /** `write` from a start that runs, `repair` one fault, or `find` the broken rule and mend it. */
  kind: z.enum(['write', 'repair', 'find'], { error: 'write write, repair or find' }),
  /** What must be true at the end. Markdown. */
  task: textSchema,
  /** Id of the heading of this chapter that explains it. */
  see: idSchema,
  /** Minutes that it takes. */
  minutes: z.int({ error: 'write a whole number of minutes' }).min(2).max(30),
  /** From a nudge to nearly the answer. Inline Markdown. */
  hints: z.array(textSchema).min(2, { error: 'write 2 to 4 hints' }).max(4, { error: 'write 2 to 4 hints' }),
  /** Said with the worked solution: why it is so, and what it leaves out. Markdown. */
  explain: textSchema,
  /** The first one is what the reader's own request starts from. */
  requests: z
    .array(exerciseRequestSchema)
    .min(3, { error: 'write at least three requests' })
    .refine(idsDiffer, { error: 'two requests have the same id; make them different' }),
  wrong: z
    .array(wrongSchema)
    .min(4, { error: 'list at least four wrong programs' })
    .refine((list) => new Set(list.map(({ file }) => file)).size === list.length, { error: 'a wrong program is listed twice; list each once' }),
  /** The same with a framework, in framework.py: what it adds, and what stays the interface's. */
  framework: z
    .strictObject({
      name: z.enum(frameworkNames, { error: `write ${frameworkNames.join(' or ')}` }),
      /** What to look at in that program. Markdown. */
      explain: textSchema,
    })
    .optional(),
  /** The same program as a puzzle, to be put in order before it is written. */
  puzzle: z
    .strictObject({
      blocks: z
        .array(puzzleBlockSchema)
        .refine((blocks) => blocks.filter((block) => 'code' in block).length >= 4, { error: 'write at least four blocks of code' })
        .refine((blocks) => !blocks.find((block) => 'code' in block)?.anyOrder, { error: '`anyOrder` is about a block and the one before it; the first block of code has none' })
        .refine((blocks) => blocks.some((block) => 'subgoal' in block), { error: 'write a subgoal: fixed comments are what makes a puzzle teach' })
        .refine((blocks) => blocks.filter((block) => 'instead' in block && block.instead).length >= 1, { error: 'give at least one block an `instead`' })
        .refine((blocks) => blocks.filter((block) => 'instead' in block && block.instead).length <= 3, { error: 'give at most three blocks an `instead`' }),
    })
    .optional(),
});

export type Interface = (typeof interfaces)[number];
export type Framework = keyof typeof frameworkInterfaces;
export type Exercise = z.infer<typeof exerciseSchema>;
export type ExerciseRequest = z.infer<typeof exerciseRequestSchema>;
export type PuzzleBlock = z.infer<typeof puzzleBlockSchema>;
export type CodeBlock = z.infer<typeof codeBlockSchema>;

/** What an exercise cannot mean: a framework or fields of a request that are not its interface's. Field path and sentence. */
export function requestProblems(exercise: Exercise): readonly (readonly [path: readonly PropertyKey[], message: string])[] {
  const { framework } = exercise;
  const misplaced: readonly [readonly PropertyKey[], string][] =
    framework && frameworkInterfaces[framework.name] !== exercise.interface
      ? [[['framework', 'name'], `${framework.name} is called by ${frameworkInterfaces[framework.name]}; the exercise is for ${exercise.interface}`]]
      : [];
  return [...misplaced, ...exercise.requests.flatMap(({ request, expect }, i) => {
    const path = ['requests', i, 'request'] as const;
    const problems: [readonly PropertyKey[], string][] = [];
    if (exercise.interface !== 'asgi') {
      for (const field of ['scope', 'body_chunks', 'ws_in', 'disconnect_after', 'sparse', 'max_block_ms', 'lifespan'] as const) {
        if (request[field] !== undefined) problems.push([[...path, field], `belongs to ASGI; the exercise is for ${exercise.interface}`]);
      }
      if (expect.events) problems.push([['requests', i, 'expect', 'events'], `belongs to ASGI; the exercise is for ${exercise.interface}`]);
    }
    if (exercise.interface !== 'wsgi' && request.middleware) problems.push([[...path, 'middleware'], `belongs to WSGI; the exercise is for ${exercise.interface}`]);
    if (exercise.interface === 'cgi') {
      if (request.leaves_after) problems.push([[...path, 'leaves_after'], 'a CGI program prints and ends; leave it out']);
      if (expect.blocks) problems.push([['requests', i, 'expect', 'blocks'], 'a CGI program has no blocks; write `body`']);
    }
    if (request.body !== undefined && request.body_chunks) problems.push([[...path, 'body_chunks'], 'write `body` or `body_chunks`, not both']);
    if (request.ws_in && request.scope !== 'websocket') problems.push([[...path, 'ws_in'], 'add `scope: websocket`: only a WebSocket has messages']);
    return problems;
  })];
}
