import { compareRun, idleRules } from './compare.ts';
import { transcriptNames, type LabFolder } from './lab-files.ts';
import type { Lab } from './lab-schema.ts';
import type { Outcome } from './lab-session.ts';
import { readRecorded, readVersions } from './recorded.ts';
import { runLab, type LabResult, type Surroundings } from './run-lab.ts';

/** Runs a lab again and compares it with its transcripts. */
export async function testLab(folder: LabFolder, lab: Lab, surroundings: Surroundings): Promise<Outcome> {
  const unrecorded = recordingProblems(folder, lab);
  if (unrecorded.length) return { state: 'failed', messages: unrecorded };

  const result = await runLab(folder, lab, surroundings);
  const differences = compareLab(folder, lab, result);
  if (differences.length === 0) return { state: 'passed', messages: idleNotes(lab, result) };
  return { state: 'failed', messages: [...differences, ...versionNotes(folder, result)] };
}

/** Runs without a transcript and transcripts without a run. */
export function recordingProblems(folder: LabFolder, lab: Lab): readonly string[] {
  const names = transcriptNames(folder.dir);
  const runs = lab.runs.map(({ id }) => id);
  return [
    ...runs.filter((id) => !names.includes(id)).map((id) => `${folder.name}: run "${id}" has no transcript. Run npm run labs:record.`),
    ...names
      .filter((name) => !runs.includes(name))
      .map((name) => `${folder.name}: transcripts/${name}.txt has no run in lab.yaml. Run npm run labs:record, or add the run.`),
    ...(readVersions(folder.dir) ? [] : [`${folder.name}: transcripts/versions.json is not there. Run npm run labs:record.`]),
  ];
}

/** What differs between a lab's transcripts and what it printed now. */
export function compareLab(folder: LabFolder, lab: Lab, result: LabResult): readonly string[] {
  return lab.runs.flatMap(({ id, volatile }) => {
    const lines = compareRun(id, readRecorded(folder.dir, id) ?? [], result.runs.get(id) ?? [], volatile);
    return lines.length ? [lines.join('\n')] : [];
  });
}

/** Rules under `volatile` that match nothing. */
export function idleNotes(lab: Lab, { runs }: LabResult): readonly string[] {
  return lab.runs.flatMap(({ id, volatile }) =>
    idleRules(volatile, (runs.get(id) ?? []).map(({ printed }) => printed)).map(
      ({ match }) => `note: volatile rule \`${match}\` of run ${id} matches nothing; it can go`,
    ),
  );
}

function versionNotes(folder: LabFolder, { versions }: LabResult): readonly string[] {
  const then = readVersions(folder.dir) ?? {};
  return Object.entries(versions)
    .filter(([program, version]) => then[program] !== version)
    .map(([program, version]) => `recorded with ${program} ${then[program] ?? '(no version)'}, here is ${version}: that may be why`);
}
