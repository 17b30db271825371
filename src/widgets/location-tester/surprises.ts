/**
 * Cases in which Nginx does something else than most people expect. Each is run through the model when the page is
 * built, and through a real Nginx in the comparison. What is surprising about it stands in `strings.ts`, by id.
 */
export interface Surprise {
  readonly id: SurpriseId;
  readonly config: string;
  readonly target: string;
}

/** The files that exist in every case. */
export const surpriseFiles: readonly string[] = [
  '/srv/shop/index.html',
  '/srv/shop/about.html',
  '/srv/shop/books/',
  '/srv/shop/static/site.css',
  '/srv/shop/settings.py',
];

const surprising = [
  {
    id: 'regex-beats-prefix',
    config: 'location /static/ { root /srv/shop; }\nlocation ~ \\.css$ { return 200 "styles"; }',
    target: '/static/site.css',
  },
  {
    id: 'no-regex-after',
    config: 'location ^~ /static/ { root /srv/shop; }\nlocation ~ \\.css$ { return 200 "styles"; }',
    target: '/static/site.css',
  },
  {
    id: 'first-regex-wins',
    config: 'location ~ ^/a { return 200 "first"; }\nlocation ~ ^/api/users { return 200 "longer"; }',
    target: '/api/users',
  },
  {
    id: 'prefix-is-no-folder',
    config: 'location /admin { return 403; }\nlocation / { return 200 "open"; }',
    target: '/administrators',
  },
  {
    id: 'case-counts',
    config: 'location /admin { return 403; }\nlocation / { return 200 "open"; }',
    target: '/Admin',
  },
  {
    id: 'query-is-not-matched',
    config: 'location ~ id= { return 200 "by id"; }\nlocation / { return 200 "without"; }',
    target: '/books?id=42',
  },
  {
    id: 'slash-redirect',
    config: 'location /api/ { proxy_pass http://127.0.0.1:9000; }\nlocation / { return 404; }',
    target: '/api',
  },
  {
    id: 'proxy-keeps-path',
    config: 'location /api/ { proxy_pass http://127.0.0.1:9000; }',
    target: '/api/users',
  },
  {
    id: 'proxy-slash-cuts',
    config: 'location /api/ { proxy_pass http://127.0.0.1:9000/; }',
    target: '/api/users',
  },
  {
    id: 'proxy-double-slash',
    config: 'location /api { proxy_pass http://127.0.0.1:9000/; }',
    target: '/api/users',
  },
  {
    id: 'encoded-slash-matches',
    config: 'location /api/private/ { return 403; }\nlocation /api/ { proxy_pass http://127.0.0.1:9000; }',
    target: '/api%2Fprivate%2Fkeys',
  },
  {
    id: 'encoded-slash-kept',
    config: 'location /api/ { proxy_pass http://127.0.0.1:9000; }',
    target: '/api/files/a%2Fb',
  },
  {
    id: 'encoded-slash-lost',
    config: 'location /api/ { proxy_pass http://127.0.0.1:9000/v1/; }',
    target: '/api/files/a%2Fb',
  },
  {
    id: 'dots-before-location',
    config: 'location /public/ { return 200 "public"; }\nlocation /admin/ { return 403; }',
    target: '/public/../admin/users',
  },
  {
    id: 'slashes-merged',
    config: 'location = /admin/users { return 403; }\nlocation / { proxy_pass http://127.0.0.1:9000; }',
    target: '//admin//users',
  },
  {
    id: 'alias-traversal',
    config: 'location /static {\n  alias /srv/shop/static/;\n}',
    target: '/static../settings.py',
  },
  {
    id: 'root-adds-path',
    config: 'location /static/ {\n  root /srv/shop/static;\n}',
    target: '/static/site.css',
  },
  {
    id: 'try-files-directory',
    config: 'root /srv/shop;\nlocation / { try_files $uri $uri/ @app; }\nlocation @app { proxy_pass http://127.0.0.1:9000; }',
    target: '/books/',
  },
  {
    id: 'try-files-last',
    config: 'root /srv/shop;\nlocation / { try_files $uri /app.html; }',
    target: '/nothing',
  },
  {
    id: 'index-searches-again',
    config: 'root /srv/shop;\nlocation / { index index.html; }\nlocation ~ \\.html$ { return 200 "expression"; }',
    target: '/',
  },
  {
    id: 'return-before-location',
    config: 'return 301 https://$host$request_uri;\nlocation = /health { return 200 "ok"; }',
    target: '/health',
  },
  {
    id: 'uri-in-redirect',
    config: 'location /old/ { return 301 https://shop.test$uri; }',
    target: '/old/%0d%0aSet-Cookie:%20a=1',
  },
] as const;

/** The name of a case. */
export type SurpriseId = (typeof surprising)[number]['id'];

export const surprises: readonly Surprise[] = surprising;
