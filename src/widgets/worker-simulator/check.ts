import type { Server, Simulation } from './model.ts';

/** A simulation with nothing left open and everything within its bounds. */
export type Settings = Required<Omit<Simulation, 'slow'>> & Pick<Simulation, 'slow'>;

export const servers = ['sync', 'gthread', 'asgi', 'asgi-pool'] as const satisfies readonly Server[];

/** @throws RangeError naming the field that is out of its bounds */
export function checkSettings(simulation: Simulation): Settings {
  const settings: Settings = { threads: 1, cpu: 0, blocking: false, cores: 2, seed: 1, timeout: 0, ...simulation, arrivals: [...simulation.arrivals].sort((a, b) => a - b) };
  const whole = (name: 'workers' | 'threads' | 'cores', most: number): void => {
    const value = settings[name];
    if (!Number.isInteger(value) || value < 1 || value > most) throw new RangeError(`${name}: ${value} is not a whole number from 1 to ${most}.`);
  };
  const seconds = (name: string, value: number): void => {
    if (!(value >= 0 && value <= 3600)) throw new RangeError(`${name}: ${value} is not a number of seconds from 0 to 3600.`);
  };
  if (!servers.includes(settings.server)) throw new RangeError(`server: ${String(settings.server)} is none of ${servers.join(', ')}.`);
  whole('workers', 64);
  whole('threads', 256);
  whole('cores', 64);
  for (const name of ['wait', 'cpu', 'timeout'] as const) seconds(name, settings[name]);
  if (settings.arrivals.length > 1000) throw new RangeError(`arrivals: ${settings.arrivals.length} are more than 1000.`);
  for (const moment of settings.arrivals) seconds('arrivals', moment);
  if (!Number.isFinite(settings.seed)) throw new RangeError(`seed: ${settings.seed} is not a number.`);
  if (settings.slow) {
    seconds('slow.wait', settings.slow.wait);
    if (!Number.isInteger(settings.slow.every) || settings.slow.every < 1) throw new RangeError(`slow.every: ${settings.slow.every} is not a whole number from 1.`);
  }
  return settings;
}
