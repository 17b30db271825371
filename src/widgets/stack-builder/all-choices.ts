import { frameworks, interfacesOf, places, serversOf, staticWays, tlsEnds, type Choices } from './model.ts';

/** Every combination that can be built, with one and with four cores. */
export function allChoices(): readonly Choices[] {
  return frameworks.flatMap((framework) =>
    interfacesOf[framework].flatMap((called) =>
      serversOf[called].flatMap((server) =>
        places.flatMap((place) =>
          [false, true].flatMap((isBehindBalancer) =>
            tlsEnds
              .filter((tls) => isBehindBalancer || tls !== 'balancer')
              .flatMap((tls) =>
                staticWays.flatMap((staticFiles) =>
                  (called === 'asgi' && framework !== 'django' ? [false, true] : [false]).flatMap((hasWebSocket) =>
                    [1, 4].map((cores): Choices => ({ framework, interface: called, server, place, isBehindBalancer, tls, staticFiles, hasWebSocket, cores })),
                  ),
                ),
              ),
          ),
        ),
      ),
    ),
  );
}
