import type { ExplorerInfo } from '../../explorers/info.ts';

export const about: ExplorerInfo = {
  name: 'name-resolution',
  phase: 'reach',
  chapter: 'names-to-addresses',
  text: {
    en: {
      title: 'Who answers for this name?',
      description: 'Change the hosts file, the order of sources, the zones and the clock, then follow a look-up step by step: who is asked, and what is kept.',
      lead: 'Change the hosts file, the order of sources or a zone, then follow the look-up step by step. It runs in this page; nothing is sent.',
      compared:
        'In a test, 50 worlds are built from real servers, and 199 answers compared: `dig` through Unbound 1.17.1 and NSD 4.6.1 (status, records, times to live, whom the resolver asked), and `getaddrinfo` of glibc 2.36 (addresses, or the name of the error). None may differ. The browser’s cache and DNS over HTTPS follow Chromium’s source and are not compared.',
      leavesOut: [
        'DNSSEC, wildcards, several servers for one zone, and search domains: names are taken as they are written.',
        'QNAME minimisation: here each server is asked for the whole name. Most resolvers tell the upper servers only as much as they need.',
        'The time that it takes. A silent server costs seconds; how many depends on the resolver, and a program often gives up first.',
        'Addresses of name servers, which a resolver has to find as well, and what it learns beside the answer.',
      ],
    },
  },
};
