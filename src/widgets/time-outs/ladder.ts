import type { Hop, TimeOuts } from './model.ts';
import { limitGroups, type Settings } from './settings.ts';

/** A limit that runs during the request, as a bar. Times in seconds after the request began. */
export interface Rung {
  readonly hop: Hop;
  readonly limit: keyof TimeOuts;
  readonly from: number;
  readonly to: number;
}

/** The limits that run during the request, from the client inwards. */
export function rungs({ timeouts, work }: Settings): readonly Rung[] {
  const { compute, query, upstream, isUnread, stop, worker } = work;
  const isAccepted = upstream === 'accepts';
  const starts: Partial<Record<keyof TimeOuts, number>> = {
    browser: 0,
    loadBalancer: 0,
    ...(upstream === 'silent' && { nginxConnect: 0 }),
    ...(isAccepted && {
      ...(isUnread && { nginxSend: 0 }),
      nginxRead: isUnread ? compute : 0,
      ...((worker === 'sync' || worker === 'asgi-blocked') && timeouts.gunicornTimeout > 0 && { gunicornTimeout: 0 }),
      ...(stop !== null && { gunicornGraceful: stop }),
      ...(query > 0 && { app: compute, database: compute }),
    }),
  };
  return (Object.entries(limitGroups) as [Hop, readonly (keyof TimeOuts)[]][]).flatMap(([hop, limits]) =>
    limits.flatMap((limit) => {
      const from = starts[limit];
      const length = timeouts[limit];
      return from === undefined || length === null ? [] : [{ hop, limit, from, to: from + length }];
    }),
  );
}
