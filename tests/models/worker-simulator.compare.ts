import { availableParallelism } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Comparison } from '../../src/lab/comparison.ts';
import { simulate, type Run, type Simulation } from '../../src/widgets/worker-simulator/model.ts';
import { computeServers, crowdServers, limitServers, type ServerCase } from './worker-simulator/cases.ts';
import { crowd, moments, sharesOf, type Visit } from './worker-simulator/crowd.ts';
import { start, type Running } from './worker-simulator/servers.ts';

export const needs = ['namespace', 'venv'] as const;

const crowds = [1, 2, 4, 8, 16, 32, 64] as const;
/** By how much totals may differ. */
const tolerance = 0.15;
/** A busy machine disturbs a run: what differs is run again so often, alone, and counts when it differs each time. */
const tries = 3;
const seeds = Array.from({ length: 100 }, (_, i) => i + 1);

/**
 * Compared are crowds that come at once: the time until the last is served, and where workers share evenly also when
 * each visitor is. Where they share unevenly, the total lies in the band of the model's seeds, and is the one that the
 * model gives for the parts that were really taken. Then Gunicorn's `timeout`, and computing if the machine is idle.
 */
export async function compare(): Promise<Comparison> {
  const all: readonly ServerCase[] = [...crowdServers, ...limitServers, ...computeServers];
  const running: Running[] = [];
  const notes: string[] = [];
  try {
    // Three at a time: all at once would take the memory and the patience of a small machine.
    const waiting = all.map((server, i) => ({ server, i }));
    const starter = async (): Promise<void> => {
      for (let one = waiting.shift(); one; one = waiting.shift()) running[one.i] = await start(one.server, 8000 + one.i);
    };
    await Promise.all([starter(), starter(), starter()]);
    await sleep(300);
    const port = (server: ServerCase): number => running[all.indexOf(server)]?.port ?? 0;
    const attempts = [...crowdServers.map((server) => crowdAttempts(server, port(server), notes)), ...limitServers.map((server) => [limitAttempt(server, port(server))])];
    const again = (await Promise.all(attempts.map(differing))).flat();
    const differences: string[] = [];
    for (const { title, run } of again) {
      const differs = await persists(run);
      if (differs) differences.push(`${title}: ${differs}`);
    }
    let cases = attempts.flat().length;
    const cores = availableParallelism();
    for (const server of computeServers) {
      const found = await compareComputing(server, port(server), cores, port(computeServers[0] as ServerCase));
      if (found === 'busy') notes.push(`${server.title}: left out, something else computes on this machine`);
      else {
        cases++;
        differences.push(...found);
      }
    }
    return { cases, differences, notes };
  } finally {
    for (const server of running.filter(Boolean)) server.stop();
  }
}

const together = (count: number): readonly number[] => Array.from({ length: count }, () => 0);

/** A case that can be run; what it says is the difference. */
interface Attempt {
  readonly title: string;
  readonly run: () => Promise<string | undefined>;
}

/** Those of one server's cases that differ when run once. */
async function differing(attempts: readonly Attempt[]): Promise<readonly Attempt[]> {
  const found: Attempt[] = [];
  for (const attempt of attempts) if (await attempt.run()) found.push(attempt);
  return found;
}

/** The last of three differences, if each try had one. */
async function persists(run: () => Promise<string | undefined>): Promise<string | undefined> {
  let differs: string | undefined;
  for (let i = 0; i < tries; i++) {
    await sleep(500 * i);
    differs = await run();
    if (!differs) return undefined;
  }
  return differs;
}

function crowdAttempts({ title, model }: ServerCase, port: number, notes: string[]): readonly Attempt[] {
  const isUneven = model.workers > 1 && (model.server === 'gthread' || model.server === 'asgi-pool' || model.blocking === true);
  return crowds.map((count) => {
    const slots = model.server === 'asgi' && !model.blocking ? count : (model.threads ?? model.workers);
    // Waits are long beside the server's own work, and short where there are many rounds of them.
    const rounds = count / slots;
    const wait = rounds > 8 ? 0.1 : rounds > 2 ? 0.2 : 0.5;
    const simulation: Simulation = { ...model, wait, arrivals: together(count) };
    const runs = (isUneven ? seeds : [1]).map((seed) => simulate({ ...simulation, seed }));
    const run = async (): Promise<string | undefined> => {
      const visits = await crowd(port, count, `cpu=0&wait=${wait}`);
      if (count === 64 && isUneven) notes.push(`${title}: 64 visitors, shares ${sharesOf(visits).join(' + ')}`);
      return isUneven ? unevenDifference(simulation, runs, visits) : evenDifference(runs[0] as Run, visits);
    };
    return { title: `${title}, ${count} at once, ${wait} s each`, run };
  });
}

function evenDifference({ requests, total }: Run, visits: readonly Visit[]): string | undefined {
  const expected = requests.map(({ finish }) => finish).sort((a, b) => a - b);
  const real = moments(visits);
  const at = real.findIndex((moment, i) => Math.abs(moment - (expected[i] ?? NaN)) > tolerance * total);
  return at < 0 && real.length === expected.length ? undefined : `visitor ${at + 1} is served at ${real[at]?.toFixed(3)} s, in the model at ${expected[at]?.toFixed(3)} s`;
}

function unevenDifference(simulation: Simulation, runs: readonly Run[], visits: readonly Visit[]): string | undefined {
  const real = Math.max(...moments(visits));
  const totals = runs.map(({ total }) => total);
  const [least, most] = [Math.min(...totals), Math.max(...totals)];
  if (real < least * (1 - tolerance) || real > most * (1 + tolerance)) return `${real.toFixed(3)} s, in the model ${least.toFixed(3)} to ${most.toFixed(3)} s`;
  const shares = sharesOf(visits);
  const given = Math.max(...shares.map((share) => simulate({ ...simulation, workers: 1, arrivals: together(share) }).total));
  return Math.abs(real - given) <= tolerance * given ? undefined : `shares ${shares.join(' + ')}: ${real.toFixed(3)} s, in the model ${given.toFixed(3)} s`;
}

function limitAttempt({ title, model, wait, count }: (typeof limitServers)[number], port: number): Attempt {
  const { requests } = simulate({ ...model, wait, arrivals: together(count) });
  const run = async (): Promise<string | undefined> => {
    const real = [...(await crowd(port, count, `cpu=0&wait=${wait}`))].sort((a, b) => a.at - b.at);
    const wrong = requests.find(({ finish, outcome }, i) => {
      const visit = real[i];
      if (!visit || (visit.process !== null) !== (outcome === 'answered')) return true;
      // The arbiter looks once a second, and a new worker needs its time; a loop's last sign may be half a limit old.
      const late = outcome === 'answered' ? 0.4 : 1.6 * Math.ceil(finish / (model.timeout ?? 1));
      const early = outcome === 'lost' ? (model.timeout ?? 0) / 2 : 0.15;
      return visit.at < finish - early || visit.at > finish + late;
    });
    return wrong && `model ${requests.map(({ finish, outcome }) => `${outcome} at ${finish}`).join(', ')}; server ${real.map(({ at, process }) => `${process ? 'answered' : 'failed'} at ${at.toFixed(2)}`).join(', ')}`;
  };
  return { title: `${title}, ${count} at once, ${wait} s each`, run };
}

/** On a machine on which others compute, too, nothing can be said: then `busy`. */
async function compareComputing({ title, model, cpu, wait, count }: (typeof computeServers)[number], port: number, cores: number, idlePort: number): Promise<readonly string[] | 'busy'> {
  const isIdle = async (): Promise<boolean> => Math.max(...moments(await crowd(idlePort, cores, 'cpu=0.1&wait=0'))) < 0.115;
  const run = simulate({ ...model, cpu, wait, cores, arrivals: together(count) });
  let result: readonly string[] | 'busy' = 'busy';
  for (let i = 0; i < tries; i++) {
    const wasIdle = await isIdle();
    const real = Math.max(...moments(await crowd(port, count, `cpu=${cpu}&wait=${wait}`)));
    if (Math.abs(real - run.total) <= tolerance * run.total) return [];
    // Faster than it can be is wrong on any machine.
    if (real < run.total || (wasIdle && (await isIdle()))) result = [`${title}, ${count} at once: ${real.toFixed(3)} s, in the model ${run.total.toFixed(3)} s`];
    await sleep(300);
  }
  return result;
}
