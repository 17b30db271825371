import type { ExplorerInfo } from '../../explorers/info.ts';

export const about: ExplorerInfo = {
  name: 'request-path',
  phase: 'plain',
  chapter: 'when-it-breaks',
  alsoIn: ['the-whole-trip'],
  text: {
    en: {
      title: 'Follow one request, break it, find the break',
      description: 'Follow eight requests hop by hop with their real bytes, see twenty-three ways to die and what each log says, and find the fault in ten cases.',
      lead: 'Follow a request forward and back with the bytes of each hop. Then see how it dies. Then find hidden faults with the tools that you have at work: each look shows what was really printed.',
      compared:
        'Nothing here is computed: every byte, object and log line was recorded in two labs, on one machine that plays visitor, resolver and shop, with the programs and versions named below a request. A test runs both labs again and compares what they print. The times are those of one recording.',
      leavesOut: [
        'A real network: here a packet takes microseconds. Between continents each way of TCP and TLS costs a tenth of a second.',
        'HTTP/2 and HTTP/3, which frame the same request in another way.',
        'A browser. curl stands for it, and sends what a browser sends where that matters; the browser’s own error codes are those of Chromium.',
        'Of packets: the closing of connections, questions for other DNS records than A, and everything inside TLS.',
      ],
    },
  },
};
