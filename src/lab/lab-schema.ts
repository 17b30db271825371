import { z } from 'zod';
import { idSchema, textSchema } from '../schemas/common.ts';
import { needNames } from './needs.ts';

/** Something that differs between runs: dates, process ids, times. */
const volatileSchema = z.strictObject({
  /** JavaScript regular expression, tried on what a run printed (flags `gm`). */
  match: textSchema.refine(isPattern, { error: 'is not a regular expression; write one such as "pid: \\\\d+"' }),
  /** What both sides hold instead when they are compared; `$1` stands for the first group. */
  as: z.string(),
});

const readySchema = z
  .strictObject({
    /** TCP port that listens. */
    port: z.int().min(1).max(65535).optional(),
    /** UDP port that is bound. */
    udp: z.int().min(1).max(65535).optional(),
    /** With `port` or `udp`: address it listens on, when several servers share the port. */
    address: z.ipv4({ error: 'write an IPv4 address such as 127.0.0.20' }).optional(),
    /** Unix socket that listens, as a path from the lab's folder. */
    unix: textSchema.optional(),
    /** File that exists, as a path from the lab's folder; with `log`, the file that those words stand in. */
    file: textSchema.optional(),
    /** Words in the server's log, or in `file`. */
    log: textSchema.optional(),
  })
  .refine((ready) => [ready.port, ready.udp, ready.unix, ready.file ?? ready.log].filter((x) => x !== undefined).length === 1, {
    error: 'write exactly one of port, udp, unix, file, log; only file and log go together',
  })
  .refine((ready) => ready.address === undefined || ready.port !== undefined || ready.udp !== undefined, {
    error: '`address` goes with port or udp; remove it',
  });

const serverSchema = z.strictObject({
  /** Names its log (`app.log`) and the file with its process id (`app.pid`). */
  name: idSchema,
  /** One command that stays in the foreground, run by bash in the lab's folder. */
  run: textSchema,
  /** How one sees that it takes requests. */
  ready: readySchema,
});

const runSchema = z
  .strictObject({
    /** Names transcripts/<id>.txt. */
    id: idSchema,
    /** Typed lines, in order, in the one shell of the lab. */
    commands: z.array(textSchema).min(1, { error: 'write at least one command' }),
    /** What may differ between two runs of the same commands. */
    volatile: z.array(volatileSchema).default([]),
    /** Exit status of each command; all 0 when left out. */
    exit: z.array(z.int().min(0).max(255)).optional(),
  })
  .refine((run) => run.exit === undefined || run.exit.length === run.commands.length, {
    error: 'write one status for each command, such as [0, 6]',
    path: ['exit'],
  });

/** A lab: real servers in a network of their own, and commands whose output a chapter shows. */
export const labSchema = z
  .strictObject({
    /** What it tries, in a few words. */
    title: textSchema,
    /** System tools and abilities without which it is skipped. */
    needs: z.array(z.enum(needNames, { error: `write one of ${needNames.join(', ')}` })).default([]),
    /** Files or folders beside the lab's folder that it needs too, such as `../shared`. */
    files: z.array(z.string().regex(/^\.\.\/[a-z0-9][\w.-]*$/i, { error: 'write a path beside the lab, such as ../shared' })).default([]),
    /** Bash that prepares the lab and is not shown; it stops at the first command that fails. */
    setup: textSchema.optional(),
    /** Servers, started in this order after the setup, each when the one before is ready. */
    serve: z.array(serverSchema).default([]),
    /** Sessions, in order; each becomes one transcript. */
    runs: z.array(runSchema).min(1, { error: 'write at least one run' }),
    /** Command whose output names the version of a program, by the program's name. */
    versions: z.record(z.string().min(1), textSchema).default({}),
    /** Seconds that the whole lab may take. */
    limit: z.int().min(1).max(300).default(60),
  })
  .superRefine((lab, context) => {
    repeated(lab.runs.map((run) => run.id)).forEach((index) =>
      context.addIssue({ code: 'custom', path: ['runs', index, 'id'], message: 'is used by an earlier run; write another' }),
    );
    repeated(lab.serve.map((server) => server.name)).forEach((index) =>
      context.addIssue({ code: 'custom', path: ['serve', index, 'name'], message: 'is used by an earlier server; write another' }),
    );
    const texts = [lab.setup ?? '', ...lab.serve.map((server) => server.run), ...lab.runs.flatMap((run) => run.commands)];
    const touching = texts.map((text) => systemCommand.exec(text)?.[0]).find((word) => word !== undefined);
    if (touching !== undefined && !lab.needs.includes('namespace')) {
      context.addIssue({ code: 'custom', path: ['needs'], message: `add namespace: without one, \`${touching}\` would change this machine` });
    }
  });

export type Lab = z.infer<typeof labSchema>;
export type LabRun = Lab['runs'][number];
export type LabServer = Lab['serve'][number];
export type Ready = LabServer['ready'];
export type Volatile = z.infer<typeof volatileSchema>;

// Where there are no namespaces, other labs run on the machine itself.
const systemCommand = /\b(?:u?mount|ip (?:a|l|r|addr|address|link|route|rule)|hostname(?= \w)|iptables|nft|tc|sysctl)(?= )/;

function isPattern(source: string): boolean {
  try {
    new RegExp(source, 'gm');
    return true;
  } catch {
    return false;
  }
}

function repeated(names: readonly string[]): readonly number[] {
  return [...names.keys()].filter((index) => names.indexOf(names[index] ?? '') < index);
}
