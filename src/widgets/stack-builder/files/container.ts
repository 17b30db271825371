import type { Stack, StackFile } from '../model.ts';
import { appContainer, startCommand } from './places.ts';

/** Containerfile and compose.yaml. */
export function containerFiles(stack: Stack): readonly StackFile[] {
  return [containerfile(stack), compose(stack)];
}

function containerfile(stack: Stack): StackFile {
  const { choices } = stack;
  const own = ['shop.py', ...(choices.server === 'uvicorn' ? [] : ['gunicorn.conf.py'])];
  const lines = [
    'FROM python:3.14-slim',
    'WORKDIR /shop',
    'COPY requirements.txt .',
    'RUN pip install --no-cache-dir -r requirements.txt',
    `COPY ${own.join(' ')} ./`,
    ...(choices.staticFiles === 'app' ? ['COPY public public'] : []),
    'USER nobody',
    `EXPOSE ${appContainer.port}`,
    `CMD ${JSON.stringify(startCommand(stack, '')).replaceAll('","', '", "')}`,
    '',
  ];
  return { path: 'Containerfile', language: 'dockerfile', text: lines.join('\n') };
}

function compose({ choices, hasNginx }: Stack): StackFile {
  const { tls, staticFiles, isBehindBalancer } = choices;
  const volumes = ['./nginx.conf:/etc/nginx/nginx.conf:ro', ...(staticFiles === 'nginx' ? ['./public:/srv/public:ro'] : []), ...(tls === 'nginx' ? ['./tls:/etc/nginx/tls:ro'] : [])];
  const web = [
    '  web:',
    '    image: nginx:stable',
    '    ports:',
    ...(tls === 'nginx' ? ['      - "80:80"', '      - "443:443"'] : ['      - "80:80"']),
    '    volumes:',
    ...volumes.map((volume) => `      - ${volume}`),
    '    depends_on: [app]',
    '    restart: unless-stopped',
  ];
  const app = [
    `  ${appContainer.name}:`,
    '    build: .',
    ...(hasNginx ? [] : ['    ports:', `      - "${appContainer.port}:${appContainer.port}"`]),
    '    # Longer than the 30 seconds that requests may take to end.',
    '    stop_grace_period: 35s',
    '    restart: unless-stopped',
  ];
  const note = isBehindBalancer ? ["# For one machine. A platform with a balancer starts the app's container as often as needed instead."] : [];
  return { path: 'compose.yaml', language: 'yaml', text: [...note, 'services:', ...(hasNginx ? web : []), ...app, ''].join('\n') };
}
