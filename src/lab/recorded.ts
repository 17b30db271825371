import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { transcriptNames } from './lab-files.ts';
import type { LabResult } from './run-lab.ts';
import { formatTranscript, parseTranscript, type RecordedCommand } from './transcript.ts';

const versionsSchema = z.record(z.string(), z.string());

/** The transcript of a run; undefined when there is none. */
export function readRecorded(dir: string, run: string): readonly RecordedCommand[] | undefined {
  const file = join(dir, 'transcripts', `${run}.txt`);
  return existsSync(file) ? parseTranscript(readFileSync(file, 'utf8')) : undefined;
}

/**
 * The versions that a lab's transcripts were recorded with; undefined when it was not recorded.
 * @throws Error that names the file, when it is not as labs:record writes it
 */
export function readVersions(dir: string): Readonly<Record<string, string>> | undefined {
  const file = join(dir, 'transcripts/versions.json');
  if (!existsSync(file)) return undefined;
  try {
    return versionsSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    throw new Error(`labs/${basename(dir)}/transcripts/versions.json is not what was recorded (an object of names and versions); run npm run labs:record`);
  }
}

/** Writes the transcripts and versions of a lab, and removes transcripts of runs that are no more. */
export function writeRecorded(dir: string, { runs, versions }: LabResult): void {
  const folder = join(dir, 'transcripts');
  mkdirSync(folder, { recursive: true });
  for (const name of transcriptNames(dir)) {
    if (!runs.has(name)) rmSync(join(folder, `${name}.txt`));
  }
  for (const [id, commands] of runs) writeFileSync(join(folder, `${id}.txt`), formatTranscript(commands));
  writeFileSync(join(folder, 'versions.json'), `${JSON.stringify(versions, null, 2)}\n`);
}
