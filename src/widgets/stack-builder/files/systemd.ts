import type { Stack, StackFile } from '../model.ts';
import { machine, startCommand } from './places.ts';

/** The unit that starts the app and starts it again. */
export function service(stack: Stack): StackFile {
  const isGunicorn = stack.choices.server !== 'uvicorn';
  const lines = [
    '[Unit]',
    'Description=The bookshop',
    'After=network.target',
    '',
    '[Service]',
    ...(isGunicorn ? ['Type=notify', 'NotifyAccess=main'] : ['Type=exec']),
    'User=shop',
    '# Nginx may enter the folder of the socket, nobody else.',
    'Group=www-data',
    'RuntimeDirectory=shop',
    'RuntimeDirectoryMode=0750',
    'UMask=0007',
    `WorkingDirectory=${machine.home}`,
    `ExecStart=${startCommand(stack, `${machine.home}/venv/bin/`).join(' ')}`,
    ...(isGunicorn ? ['ExecReload=/bin/kill -s HUP $MAINPID'] : []),
    'KillMode=mixed',
    'TimeoutStopSec=35',
    'Restart=on-failure',
    'NoNewPrivileges=yes',
    'PrivateTmp=yes',
    'ProtectSystem=strict',
    '',
    '[Install]',
    'WantedBy=multi-user.target',
    '',
  ];
  return { path: 'shop.service', language: 'ini', text: lines.join('\n') };
}
