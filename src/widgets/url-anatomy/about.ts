import type { ExplorerInfo } from '../../explorers/info.ts';

export const about: ExplorerInfo = {
  name: 'url-anatomy',
  phase: 'reach',
  chapter: 'urls-ports-sockets',
  text: {
    en: {
      title: 'What is in a URL, and where does each part go?',
      description: 'Type any URL: see its parts as the browser does, what goes to the DNS, into the connection, into the request, and what stays at home.',
      lead: 'Type a URL, or take an example. The browser’s own parser takes it apart here in the page; nothing is sent.',
      compared:
        'The parts are those of your browser’s own `URL`. The request line, `Host` and `Referer` are compared in a test with what Chromium really sends, for 16 URLs. Each port of the refused list was tried in Chromium 153: it refuses all but 4190 and 6679.',
      leavesOut: [
        'What an address bar does before there is a URL: adding a scheme, searching for words, trying https first.',
        'HTTP/2 and HTTP/3, which say the same in other words, such as `:path` and `:authority`: the request stands here as HTTP/1.1 has it.',
        'HSTS, which turns `http` into `https` before anything is sent, proxies, service workers, and addresses that come from a cache.',
        'A referrer policy set by the page: the `Referer` here is that of the browsers’ default, `strict-origin-when-cross-origin`.',
      ],
    },
  },
};
