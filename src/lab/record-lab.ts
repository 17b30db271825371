import { compareRun } from './compare.ts';
import type { LabFolder } from './lab-files.ts';
import type { Lab } from './lab-schema.ts';
import type { Outcome } from './lab-session.ts';
import { readRecorded, readVersions, writeRecorded } from './recorded.ts';
import { runLab, type LabResult, type Surroundings } from './run-lab.ts';
import { compareLab, idleNotes, recordingProblems } from './test-lab.ts';

/** How a lab is recorded. */
export interface RecordOptions {
  /** Do not run it a second time to find what differs by itself. */
  readonly once?: boolean;
  /** Write transcripts even when only volatile parts differ from those that are there. */
  readonly fresh?: boolean;
}

/**
 * Runs a lab and stores its transcripts and versions. It is run a second time: what differs then, and is not
 * declared volatile, is a failure (the transcripts are written all the same, to be looked at).
 */
export async function recordLab(folder: LabFolder, lab: Lab, surroundings: Surroundings, options: RecordOptions = {}): Promise<Outcome> {
  const result = await runLab(folder, lab, surroundings);
  const isKept = !options.fresh && isStillTrue(folder, lab, result);
  if (!isKept) writeRecorded(folder.dir, result);
  const notes = [isKept ? 'as recorded before' : `recorded ${[...result.runs.keys()].join(', ')}`, ...idleNotes(lab, result)];
  if (options.once) return { state: 'passed', messages: notes };

  const again = await runLab(folder, lab, surroundings);
  const differences = lab.runs.flatMap(({ id, volatile }) => {
    const lines = compareRun(id, result.runs.get(id) ?? [], again.runs.get(id) ?? [], volatile);
    return lines.length ? [lines.join('\n')] : [];
  });
  if (differences.length === 0) return { state: 'passed', messages: notes };
  return {
    state: 'failed',
    messages: [...notes, 'it printed something else the second time; make it the same, or declare it under `volatile` of the run:', ...differences],
  };
}

/** Whether the transcripts that are there say the same but for volatile parts; they then stay as they are. */
function isStillTrue(folder: LabFolder, lab: Lab, result: LabResult): boolean {
  if (recordingProblems(folder, lab).length > 0) return false;
  if (lab.runs.some(({ id }) => readRecorded(folder.dir, id) === undefined)) return false;
  const sameVersions = JSON.stringify(readVersions(folder.dir)) === JSON.stringify(result.versions);
  return sameVersions && compareLab(folder, lab, result).length === 0;
}
