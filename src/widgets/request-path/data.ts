import { join } from 'node:path';
import { ContentError } from '../../content/problem.ts';
import { localized, type Locale } from '../../i18n/locales.ts';
import { transcriptNames } from '../../lab/lab-files.ts';
import { readRecorded, readVersions } from '../../lab/recorded.ts';
import { casePlans, failurePlans, type FailurePlan } from './failures.ts';
import { looks, type Failure, type Look, type Recordings, type Scenario } from './model.ts';
import type { ScenarioPlan } from './plan.ts';
import { clockOf, shotOf, type Shot, type Transcripts } from './recorded.ts';
import { scenarioPlans } from './scenarios.ts';

const labs = 'content/chapters/180-when-it-breaks/labs';

/** All that the explorer shows, read from the transcripts of its two labs below `root`. @throws ContentError when something is cited that was not recorded */
export function recordings(locale: Locale, root = process.cwd()): Recordings {
  try {
    return readAll(locale, root);
  } catch (error) {
    throw new ContentError([{ file: labs, message: `the explorer of the request's path cannot be made: ${(error as Error).message} Run npm run labs:record.` }]);
  }
}

function readAll(locale: Locale, root: string): Recordings {
  const ways = readTranscripts(join(root, labs, 'request-path'));
  const ends = readTranscripts(join(root, labs, 'request-path-failures'));
  return {
    versions: { ...readVersions(join(root, labs, 'request-path')), ...readVersions(join(root, labs, 'request-path-failures')) },
    scenarios: scenarioPlans.map((plan) => scenario(plan, ways, locale)),
    failures: failurePlans.map((plan) => failure(plan, ends, locale)),
    cases: casePlans.map(({ failure: id, way, text }) => ({ failure: id, way, ...localized(text, locale) })),
  };
}

function readTranscripts(dir: string): Transcripts {
  return Object.fromEntries(transcriptNames(dir).map((run) => [run, readRecorded(dir, run) ?? []]));
}

function scenario({ id, title, steps }: ScenarioPlan, transcripts: Transcripts, locale: Locale): Scenario {
  return {
    id,
    title: localized(title, locale),
    steps: steps.map(({ hop, isBack = false, text, cites, logs = [] }) => {
      const shots = cites.map((cite) => shotOf(transcripts, { run: id, ...cite }));
      const [heading, says] = localized(text, locale);
      const at = shots.map(({ lines }) => clockOf(lines)).find((time) => time !== undefined);
      return { hop, isBack, title: heading, says, shots, logs, ...(at === undefined ? {} : { at }) };
    }),
  };
}

/** Words of the typed line that each look stands for. */
const typed: Readonly<Record<Exclude<Look, 'browser'>, string>> = {
  curl: 'curl -v',
  dig: 'dig +noall',
  ss: 'ss -tlnpH |',
  error: 'nginx/error.log',
  access: 'nginx/access.log',
  gunicorn: 'error.log',
  journal: 'journalctl',
};

function failure({ id, hop, browser, text }: FailurePlan, transcripts: Transcripts, locale: Locale): Failure {
  const shot = (look: Exclude<Look, 'browser'>): Shot =>
    shotOf(transcripts, { run: id, typed: look === 'gunicorn' ? (transcripts[id]?.find((command) => /gunicorn\/\S*error\.log$/.test(command.typed))?.typed ?? '') : typed[look] });
  const curl = shot('curl');
  const first = transcripts[id]?.[0]?.typed;
  const found = Object.fromEntries(looks.map((look) => [look, look === 'browser' ? window(curl, browser) : shot(look)])) as Record<Look, Shot>;
  return { id, hop, ...localized(text, locale), broken: first === 'bash fresh.sh' ? undefined : first, looks: found };
}

/** What a browser's window shows: the text of the body that curl got, or the browser's own error. */
function window({ typed: command, lines }: Shot, error: string | undefined): Shot {
  const url = /https?:\/\/\S+/.exec(command)?.[0] ?? '';
  const head = lines.findLastIndex((line) => /^< ?$/.test(line));
  const body = head < 0 ? [] : lines.slice(head + 1).join('\n').replace(/<title>.*?<\/title>/gs, '').replace(/<[^>]+>/g, '').replaceAll('&#39;', '’').split('\n');
  return { typed: url, lines: error ? [error] : body.map((line) => line.trim()).filter((line) => line && !line.startsWith('*')), isPart: false };
}
