import type { ExplorerInfo } from '../../explorers/info.ts';

export const about: ExplorerInfo = {
  name: 'location-tester',
  phase: 'accept',
  chapter: 'web-servers',
  text: {
    en: {
      title: 'Which location answers, and what then?',
      description: 'Write an Nginx configuration and a request: see which location answers, step by step, and which file or which path for the app comes of it.',
      lead: 'Write the content of a `server` block, name the files that exist, and send a request. Everything runs in this page; no server is asked.',
      compared:
        'In a test, 400 generated pairs of configuration and request and the table of surprises go through a real Nginx 1.22.1; location, `$uri`, status, body, `Location`, and what the upstream received must be equal. About a hundred wrong configurations are compared with the words of `nginx -t`. None may differ.',
      leavesOut: [
        'Directives other than those for locations, rewriting, files, error pages and `proxy_pass`: each that you write is named as not simulated, and nothing is guessed for it. Their arguments are not checked.',
        'Methods other than GET, fields other than `Host: shop.test`, access rules, limits, permissions and symbolic links. What the upstream answers is not known either.',
        'Whether a name in `proxy_pass` resolves. `nginx -t` refuses a configuration with a name that does not.',
        'Regular expressions with lookbehind, conditions, recursion or Unicode classes. One that needs more than 200 000 steps is given up; Nginx would go on longer.',
      ],
    },
  },
};
