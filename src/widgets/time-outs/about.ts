import type { ExplorerInfo } from '../../explorers/info.ts';

export const about: ExplorerInfo = {
  name: 'time-outs',
  phase: 'back',
  chapter: 'production-stack',
  text: {
    en: {
      title: 'Who gives up first?',
      description: 'Set every time-out from the browser to the database and the time that a request takes: who gives up first, what the client gets, which log says so.',
      lead: 'Set the limits, and what one request costs. The model says who gives up first, what the client gets, what the logs say and who works on for nobody.',
      compared:
        'In a test, 28 requests really run, each through a client, a load balancer (a second Nginx), Nginx 1.22.1, Gunicorn 27.0.1 with `sync`, `gthread` and Uvicorn 0.54.0 workers, and an app; a small program plays the database. Status, moment, every log line named here and the kept connections must agree.',
      leavesOut: [
        'Answers that are sent piece by piece: `proxy_read_timeout` and a load balancer’s limit begin again with each piece.',
        'The limits of the visitor’s own sending and reading (`client_header_timeout`, `client_body_timeout`, `send_timeout`), of names and of TLS.',
        'Another server in the upstream group, to which Nginx would pass the request on. Here there is one.',
        'Gunicorn looks at its workers once a second: its limit may come up to a second late, and a blocked loop may be ended by up to half of the limit early.',
      ],
    },
  },
};
