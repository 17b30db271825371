/** Below this share of a processor, times tell of what else the machine does, and not of the site. */
export const leastShare = 0.75;

/** The share of one processor that a busy program gets here now: 1 on a machine that is idle, less where others want it, too. */
export function processorShare(milliseconds = 300): number {
  const started = performance.now();
  const before = process.cpuUsage();
  while (performance.now() - started < milliseconds);
  const { user, system } = process.cpuUsage(before);
  return Math.min(1, (user + system) / 1000 / (performance.now() - started));
}
