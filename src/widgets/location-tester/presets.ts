/** A configuration to begin with, a request for it, and the files that exist. */
export interface Preset {
  readonly config: string;
  readonly target: string;
  /** Absolute paths, one on each line; one that ends in `/` is an empty folder. */
  readonly files: string;
}

export type PresetName = 'order' | 'shop' | 'slash' | 'alias' | 'single-page' | 'rewrite' | 'errors';

const files = '/srv/shop/index.html\n/srv/shop/404.html\n/srv/shop/static/site.css\n/srv/shop/covers/42.svg\n/srv/shop/private/orders.csv\n';

export const presets: Readonly<Record<PresetName, Preset>> = {
  order: {
    config: `root /srv/shop;

location / {
    proxy_pass http://127.0.0.1:8000;
}

location /static/ {
    expires 1h;
}

location ~ \\.css$ {
    return 200 "styles";
}
`,
    target: '/static/site.css',
    files,
  },
  shop: {
    config: `root /srv/shop;

location = /health { return 200 "ok"; }

location ^~ /static/ {
    try_files $uri =404;
}

location / {
    try_files $uri $uri/ @app;
}

location @app {
    proxy_pass http://127.0.0.1:8000;
}
`,
    target: '/books/42?page=2',
    files,
  },
  slash: {
    config: `location /one/ { proxy_pass http://127.0.0.1:8000; }
location /two/ { proxy_pass http://127.0.0.1:8000/; }
location /three { proxy_pass http://127.0.0.1:8000/; }
location /four/ { proxy_pass http://127.0.0.1:8000/v1; }
`,
    target: '/three/books%2F42',
    files: '',
  },
  alias: {
    config: `location /img {
    alias /srv/shop/covers/;
}
`,
    target: '/img../private/orders.csv',
    files,
  },
  'single-page': {
    config: `root /srv/shop;

location /api/ {
    proxy_pass http://127.0.0.1:8000/;
}

location / {
    try_files $uri /index.html;
}
`,
    target: '/basket/checkout',
    files,
  },
  rewrite: {
    config: `location /b/ {
    rewrite ^/b/(\\d+)$ /books/$1 last;
    rewrite ^/b/(.*)$ /search?q=$1 redirect;
}

location /books/ {
    proxy_pass http://127.0.0.1:8000;
}
`,
    target: '/b/42',
    files: '',
  },
  errors: {
    config: `root /srv/shop;
error_page 404 /404.html;
error_page 403 = @app;

location = /404.html { internal; }

location @app {
    proxy_pass http://127.0.0.1:8000;
}
`,
    target: '/nothing',
    files,
  },
};
