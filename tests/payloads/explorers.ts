import { localized } from '../../src/i18n/locales.ts';
import { code, stops, verdict } from '../../src/widgets/location-tester/tell.ts';
import { ConfigError, NotSimulatedError, route } from '../../src/widgets/location-tester/model.ts';
import { presets as routes } from '../../src/widgets/location-tester/presets.ts';
import { fileList, readSettings as readRoute } from '../../src/widgets/location-tester/settings.ts';
import { strings as routeStrings } from '../../src/widgets/location-tester/strings.ts';
import { resolve } from '../../src/widgets/name-resolution/model.ts';
import { scenarios as lookUps } from '../../src/widgets/name-resolution/scenarios.ts';
import { readSettings as readLookUp, worldOf } from '../../src/widgets/name-resolution/settings.ts';
import { strings as lookUpStrings } from '../../src/widgets/name-resolution/strings.ts';
import { keptRows, stops as lookUpStops } from '../../src/widgets/name-resolution/trace.ts';
import { modes, readState } from '../../src/widgets/request-path/model.ts';
import { differencesOf, factsOf, panesOf, remarksOf, segmentsOf, views } from '../../src/widgets/request-views/simulation.ts';
import { presets as requests } from '../../src/widgets/request-views/presets.ts';
import { connectionOf, toRequest } from '../../src/widgets/request-views/request.ts';
import { readSettings as readRequest } from '../../src/widgets/request-views/settings.ts';
import { strings as requestStrings } from '../../src/widgets/request-views/strings.ts';
import { recommend } from '../../src/widgets/stack-builder/model.ts';
import { first as firstStack, readChoices } from '../../src/widgets/stack-builder/settings.ts';
import { reuse, whoGivesUp } from '../../src/widgets/time-outs/model.ts';
import { readSettings as readTimeOuts, scenarios as timeOuts } from '../../src/widgets/time-outs/settings.ts';
import { anatomy, urlLimit } from '../../src/widgets/url-anatomy/model.ts';
import { partRows, remarks, sentRows } from '../../src/widgets/url-anatomy/rows.ts';
import { strings as urlStrings } from '../../src/widgets/url-anatomy/strings.ts';
import { simulate } from '../../src/widgets/worker-simulator/model.ts';
import { presets as crowds, readSettings as readCrowd, simulationOf } from '../../src/widgets/worker-simulator/settings.ts';
import { timelineOf } from '../../src/widgets/worker-simulator/timeline.ts';

/** An explorer as its links see it. */
export interface Explored<T = unknown> {
  readonly name: string;
  /** A state that its page would write. */
  readonly state: T;
  /** Reads the state of a link; undefined when it is none. */
  readonly read: (value: unknown) => T | undefined;
  /** All that is worked out of a state. What it throws is meant for nobody, but for refusals, which are values here. */
  readonly run: (state: T) => unknown;
}

const explored = <T>(one: Explored<T>): Explored => one as unknown as Explored;
const known = { scenarios: ['page'], failures: ['refused'], cases: 3 };

/** All explorers. */
export const explorers: readonly Explored[] = [
  explored({
    name: 'url-anatomy',
    state: { url: 'https://shop.test/books?x=1#top' },
    // The element checks it in the same way.
    read: (value) => {
      const url = (value as { url?: unknown } | null)?.url;
      return typeof url === 'string' && url.length <= urlLimit ? { url } : undefined;
    },
    run: ({ url }) => {
      const text = localized(urlStrings, 'en');
      const result = anatomy(url);
      return result.kind === 'url' ? [remarks(result, text), partRows(result, text), sentRows(result, text)] : text.reasons[result.reason.code](result.reason.detail);
    },
  }),
  explored({
    name: 'location-tester',
    state: (({ config, target, files }) => ({ config, target, files }))(Object.values(routes)[0]!),
    read: readRoute,
    run: ({ config, target, files }) => {
      const text = localized(routeStrings, 'en');
      try {
        const result = route(config, target, { files: fileList(files) });
        return [verdict(result, text), stops(result, text)];
      } catch (error) {
        if (error instanceof NotSimulatedError) return [text.declined[error.reason], code(error.what)];
        if (error instanceof ConfigError) return error.message;
        throw error;
      }
    },
  }),
  explored({
    name: 'name-resolution',
    state: lookUps.cold,
    read: readLookUp,
    run: (settings) => {
      const text = localized(lookUpStrings, 'en');
      const { world, name, problems } = worldOf(settings);
      if (problems.name) return problems;
      const { steps, outcome, world: after } = resolve(world, name, settings.type, 0);
      return [lookUpStops(steps, text), text.outcomes(outcome), keptRows(after.caches, 1, text)];
    },
  }),
  explored({
    name: 'request-views',
    state: requests.names,
    read: readRequest,
    run: (settings) => {
      const text = localized(requestStrings, 'en');
      const { connection } = connectionOf(settings);
      const request = toRequest(settings.text);
      const all = views(request, connection);
      return [factsOf(all), differencesOf(all, request, connection, text), panesOf(all, text), remarksOf(all, text), segmentsOf(String.fromCharCode(...request.slice(0, 9_000)))];
    },
  }),
  explored({ name: 'stack-builder', state: firstStack, read: readChoices, run: recommend }),
  explored({ name: 'time-outs', state: timeOuts.defaults, read: readTimeOuts, run: ({ timeouts, work }) => [whoGivesUp(timeouts, work), reuse(timeouts, work)] }),
  explored({ name: 'worker-simulator', state: crowds.traffic, read: readCrowd, run: (settings) => timelineOf(simulate(simulationOf(settings))) }),
  explored({
    name: 'request-path',
    state: { mode: modes[0], scenario: 'page', step: 0, failure: 'refused', case: 0, taken: [] },
    read: (value) => readState(value, known),
    run: (state) => state,
  }),
];
