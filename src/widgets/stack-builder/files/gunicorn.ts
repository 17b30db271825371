import type { Stack, StackFile } from '../model.ts';
import { appContainer, machine, trusted } from './places.ts';

/** gunicorn.conf.py of the stack. */
export function gunicornConf(stack: Stack): StackFile {
  const { choices, workers, threads } = stack;
  const isMachine = choices.place === 'machine';
  const kind = {
    'gunicorn-sync': 'sync',
    'gunicorn-threads': 'gthread',
    'gunicorn-uvicorn': 'uvicorn_worker.UvicornWorker',
    uvicorn: '',
  }[choices.server];
  const lines = [
    '# Who listens',
    isMachine ? `bind = "unix:${machine.socket}"` : `bind = "0.0.0.0:${appContainer.port}"`,
    '',
    '# Who works',
    `workers = ${workers}`,
    `worker_class = "${kind}"`,
    ...(threads > 1 ? [`threads = ${threads}`] : []),
    'timeout = 30',
    'graceful_timeout = 30',
    ...(choices.server === 'gunicorn-sync' ? [] : ['# Longer than the pause after which Nginx or a balancer gives a connection up.', 'keepalive = 75']),
    ...(isMachine ? [] : ["# Signs of life are written into a file: in memory, not on a container's disk.", 'worker_tmp_dir = "/dev/shm"']),
    '',
    '# Whose forwarded headers are believed',
    `forwarded_allow_ips = "${trusted(stack)}"`,
    '',
    '# Logs go to the standard streams, where systemd or the platform keeps them.',
    'accesslog = "-"',
    'errorlog = "-"',
    '# No control socket in the home of a user that has none.',
    'control_socket_disable = True',
    '',
  ];
  return { path: 'gunicorn.conf.py', language: 'python', text: lines.join('\n') };
}
