import type { ExplorerInfo } from '../../explorers/info.ts';

export const about: ExplorerInfo = {
  name: 'stack-builder',
  phase: 'translate',
  chapter: 'choosing-a-stack',
  text: {
    en: {
      title: 'Which stack, and with which files?',
      description: 'Choose framework, server, machine or container, balancer, TLS and files: get a stack with its reasons, its price and its complete configuration.',
      lead: 'Say what you have. You get a stack, the reasons for it, what it costs you, and its complete files to copy or to download.',
      compared:
        'In a test, all 960 combinations are generated. Every different file is checked by the program that reads it: `nginx -t` (1.22.1), `gunicorn --check-config` (27.0.1), `systemd-analyze verify`, and a linter for Containerfiles. Twelve stacks are started from their own files and asked for a book, a file, a WebSocket echo and what they believe about the visitor. The container images were not built.',
      leavesOut: [
        'Your database, secrets, backups, deployment and monitoring.',
        'How many workers you really need: the numbers follow the rules of the documentation. Measure your own app.',
        'Where certificates come from. The files name a place; an ACME client puts them there.',
        'Kubernetes, and platforms that build the container for you.',
      ],
    },
  },
};
