import type { ExplorerInfo } from '../../explorers/info.ts';

export const about: ExplorerInfo = {
  name: 'request-views',
  phase: 'translate',
  chapter: 'http-messages',
  text: {
    en: {
      title: 'One request, many views',
      description: 'Write a raw request: see what Nginx logs and what CGI, WSGI and ASGI programs are given, side by side, or which server refuses it and why.',
      lead: 'Write a request byte by byte, or begin with a surprising one. Each server is asked directly: see what its program is given, the same fact marked in all of them, or in which words it refuses.',
      compared:
        'In a test, 385 requests are really sent, each to Nginx 1.22.1, Apache 2.4.71 with mod_cgid, Gunicorn 27.0.1 with its `sync` worker and Uvicorn 0.54.0 with httptools and with h11. Status, `100 Continue`, whether a server waits, every variable shown here, the words of a refusal and Nginx’s lines in both logs must agree.',
      leavesOut: [
        'HTTP/2, and what a proxy in front would change: each server gets the request as it stands. All have the settings that they come with, but Nginx’s `error_log` is at `info`, Apache’s `LogLevel` at `debug`.',
        'Variables that tell about the machine and the installation, such as `PATH`, `DOCUMENT_ROOT`, `PATH_TRANSLATED`, `SERVER_SOFTWARE`, `wsgi.version` and `wsgi.multithread`.',
        'A request that arrives in several pieces. A body may then come as several ASGI events, and some refusals come earlier.',
        'The scope of a WebSocket, and what comes of a second request on the same connection.',
        'Uvicorn’s own words: it says “Invalid HTTP request received.” whatever is wrong. Shown are those of its parser.',
      ],
    },
  },
};
