import type { ExplorerInfo } from '../../explorers/info.ts';

export const about: ExplorerInfo = {
  name: 'worker-simulator',
  phase: 'translate',
  chapter: 'workers',
  text: {
    en: {
      title: 'How long does a crowd wait?',
      description: 'Processes, threads or an event loop: set the server, the requests and the visitors, and see who works when, who stands in the queue and who fails.',
      lead: 'Set what serves, what a request costs and how visitors come. The model runs all of them, and shows who works when and who waits.',
      compared:
        'In a test, 14 real servers (Gunicorn 27.0.1 with `sync`, `gthread`, `asgi` and Uvicorn’s worker; Uvicorn 0.54.0 with one and more workers) get crowds of 1, 2, 4, 8, 16, 32 and 64 visitors whose requests wait. Where workers share evenly, each visitor is served within 15 % of the total from the moment in the model. Where they share by chance, the total lies in the band of the model’s own dice, and within 15 % of the model for the parts that the workers really took. Four servers with a short `timeout` end or keep the same requests. Four that compute are compared when nothing else computes on the machine.',
      leavesOut: [
        'The server’s own work, about a millisecond a request. So an event loop in the model never fills a core unless your code does.',
        'Connections that are kept open, clients that dawdle, a proxy in between, a full listening queue.',
        'How long a computing thread keeps the GIL (5 ms at a time): in the model the threads of a process compute in equal parts all the time. Python without the GIL is not simulated.',
        'The second that Gunicorn may need to notice a silent worker, and the start of the next one: it takes over at once.',
        'Signs of life come from a loop as in Uvicorn’s worker. Gunicorn’s own `asgi` worker gives them more often, and survives a row of short calls that block.',
        'How uneven the sharing is was measured on a machine with two cores. It depends on the cores, the system and the client.',
        'Memory, and whatever the requests share: a database with few connections makes its own queue.',
      ],
    },
  },
};
