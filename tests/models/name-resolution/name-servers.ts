import { execFile, execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { RecordType, Zone } from '../../../src/widgets/name-resolution/world.ts';

const run = promisify(execFile);
const resolver = '203.0.113.53';
const silent = '198.51.100.99';

/** An nsd for each zone, each at its own address, a server that answers nothing, one that serves no zone, and an unbound. */
export class NameServers {
  #children: ChildProcess[] = [];
  #zones: readonly Zone[] = [];
  #isSet = false;

  /** Starts everything afresh, with empty caches. */
  async start(zones: readonly Zone[]): Promise<void> {
    if (!this.#isSet) {
      for (const address of [resolver, silent, ...Array.from({ length: 12 }, (_, i) => `198.51.100.${i + 1}`)]) {
        execFileSync('ip', ['address', 'add', `${address}/32`, 'dev', 'lo']);
      }
      this.#isSet = true;
    }
    this.#zones = zones;
    for (const [index, zone] of zones.entries()) {
      writeFileSync(`zone${index}`, zoneFile(zones, zone));
      const name = zone.state === 'lame' ? 'elsewhere.invalid.' : `${zone.origin}.`;
      if (zone.state === 'lame') writeFileSync(`zone${index}`, '$TTL 60\n@ SOA a.invalid. a.invalid. 1 60 60 60 60\n@ NS a.invalid.\n');
      writeFileSync(`nsd${index}.conf`, nsdConf(address(index), name, index));
      if (zone.state === 'silent') this.#spawn('python3', ['-c', `import socket,time\ns=socket.socket(socket.AF_INET,socket.SOCK_DGRAM)\ns.bind(("${address(index)}",53))\nwhile True: s.recv(4096)`]);
      else this.#spawn('nsd', ['-d', '-c', `nsd${index}.conf`]);
    }
    this.#spawn('python3', ['-c', `import socket\ns=socket.socket(socket.AF_INET,socket.SOCK_DGRAM)\ns.bind(("${silent}",53))\nwhile True: s.recv(4096)`]);
    writeFileSync('root.hints', `. 3600 NS a.root.\na.root. 3600 A ${address(0)}\n`);
    writeFileSync('unbound.conf', unboundConf);
    writeFileSync('questions.log', '');
    this.#spawn('unbound', ['-c', 'unbound.conf']);
    const waits = [...zones.flatMap((zone, index) => (zone.state === 'silent' ? [] : [address(index)])), resolver];
    for (const one of waits) await isListening(one);
    // A resolver asks first who the root servers are (RFC 9609): not part of a look-up.
    await run('dig', [`@${resolver}`, '+short', '.', 'NS']);
  }

  /** Gives the zones' servers new records; the resolver keeps its cache. */
  async reload(zones: readonly Zone[]): Promise<void> {
    for (const [index, zone] of zones.entries()) {
      if (JSON.stringify(zone) === JSON.stringify(this.#zones[index])) continue;
      writeFileSync(`zone${index}`, zoneFile(zones, zone));
      process.kill(Number(readFileSync(`nsd${index}.pid`, 'utf8')), 'SIGHUP');
      const [record] = zone.records.filter(({ type }) => type === 'A');
      for (let i = 0; record && i < 60; i++) {
        const { stdout } = await run('dig', [`@${address(index)}`, '+short', record.name, 'A']);
        if (stdout.includes(record.value)) break;
        await wait(50);
      }
    }
    this.#zones = zones;
  }

  /** Writes the system's files. */
  system(hosts: string, sources: readonly string[], state: 'answers' | 'silent'): void {
    writeFileSync('/etc/hosts', hosts);
    writeFileSync('/etc/nsswitch.conf', `hosts: ${sources.join(' ')}\n`);
    writeFileSync('/etc/resolv.conf', `nameserver ${state === 'silent' ? silent : resolver}\noptions timeout:1 attempts:1\n`);
  }

  /** What dig prints: status and records; and whom the resolver asked for it. */
  async dig(name: string, type: RecordType): Promise<{ readonly said: string; readonly asked: readonly string[] }> {
    const before = readFileSync('questions.log', 'utf8').length;
    const { stdout } = await run('dig', [`@${resolver}`, '+time=15', '+tries=1', '+noall', '+comments', '+answer', name, type]);
    const status = /status: (\w+)/.exec(stdout)?.[1] ?? 'none';
    const records = stdout.split('\n').flatMap((line) => {
      const [owner = '', ttl, , kind, ...value] = line.startsWith(';') || line === '' ? [] : line.split(/\s+/);
      return ttl ? [`${bare(owner)} ${ttl} ${kind} ${bare(value.join(' ')).replace(/^"|"$/g, '')}`] : [];
    });
    const log = readFileSync('questions.log', 'utf8').slice(before);
    const asked: string[] = [];
    for (const [, query = '', kind, zone = ''] of log.matchAll(/sending query: (\S+) (\S+) IN\n.*?sending to target: <(\S+)>/g)) {
      // The address of a server that failed: no part of the way to the name.
      if (query.startsWith('ns.')) continue;
      const one = `${bare(query)} ${kind} of ${zone === '.' ? '.' : bare(zone)}`;
      // A server that stays silent is asked again.
      if (asked.at(-1) !== one) asked.push(one);
    }
    return { said: [status, ...records.sort()].join('; '), asked };
  }

  /** What a program gets: addresses, or the name of the error. */
  getaddrinfo(name: string, type: 'A' | 'AAAA'): string {
    const family = type === 'A' ? 'AF_INET' : 'AF_INET6';
    const program = `import socket,sys
try:
    found = socket.getaddrinfo(${JSON.stringify(name)}, None, socket.${family}, socket.SOCK_STREAM)
    print(" ".join(sorted({entry[4][0] for entry in found})))
except socket.gaierror as error:
    names = {value: key for key, value in vars(socket).items() if key.startswith("EAI_")}
    print(names[error.errno])`;
    return execFileSync('python3', ['-c', program], { encoding: 'utf8' }).trim();
  }

  async stop(): Promise<void> {
    const children = this.#children;
    this.#children = [];
    await Promise.all(
      children.map(async (child) => {
        if (child.exitCode !== null || child.signalCode !== null) return;
        const gone = new Promise((done) => child.once('exit', done));
        child.kill('SIGTERM');
        const late = setTimeout(() => child.kill('SIGKILL'), 2000);
        await gone;
        clearTimeout(late);
      }),
    );
  }

  #spawn(program: string, args: readonly string[]): void {
    this.#children.push(spawn(program, args, { stdio: 'ignore' }));
  }
}

const address = (index: number): string => `198.51.100.${index + 1}`;
const bare = (name: string): string => name.toLowerCase().replace(/\.$/, '');

async function isListening(at: string): Promise<void> {
  const place = Buffer.from(at.split('.').map(Number).reverse()).toString('hex').toUpperCase();
  for (let i = 0; i < 200; i++) {
    if (existsSync('/proc/net/udp') && readFileSync('/proc/net/udp', 'utf8').includes(` ${place}:0035 `)) return;
    await wait(25);
  }
  throw new Error(`Nothing listens at ${at}, UDP port 53.`);
}

function zoneFile(zones: readonly Zone[], { origin, negativeTtl, records }: Zone): string {
  const own = zones.findIndex((zone) => zone.origin === origin);
  const glue = (name: string): string => {
    const child = zones.findIndex((zone) => zone.origin === name);
    return `ns.${name}. 3600 A ${child < 0 ? silent : address(child)}`;
  };
  const at = origin === '' ? '.' : `${origin}.`;
  const server = origin === '' ? 'a.root.' : `ns.${at}`;
  return [
    `${at} ${negativeTtl} SOA ${server} admin.${at === '.' ? 'root.' : at} 1 3600 600 86400 ${negativeTtl}`,
    `${at} 3600 NS ${server}`,
    `${server} 3600 A ${address(own)}`,
    ...records.map(({ name, ttl, type, value }) => `${name}. ${ttl} ${type} ${type === 'A' || type === 'AAAA' ? value : type === 'TXT' ? JSON.stringify(value) : `${value}.`}`),
    ...records.filter(({ type }) => type === 'NS').map(({ name }) => glue(name)),
    '',
  ].join('\n');
}

function nsdConf(at: string, zone: string, index: number): string {
  return `server:
  ip-address: ${at}
  zonesdir: "."
  pidfile: "nsd${index}.pid"
  database: ""
  zonelistfile: "nsd${index}.list"
  xfrdfile: ""
  xfrdir: "."
  username: ""
  chroot: ""
  server-count: 1
remote-control:
  control-enable: no
zone:
  name: "${zone === '..' ? '.' : zone}"
  zonefile: "zone${index}"
`.replace('name: ".."', 'name: "."');
}

const unboundConf = `server:
  interface: ${resolver}
  access-control: 203.0.113.0/24 allow
  access-control: 127.0.0.0/8 allow
  root-hints: "root.hints"
  local-zone: "test." nodefault
  module-config: "iterator"
  qname-minimisation: no
  do-ip6: no
  verbosity: 3
  logfile: "questions.log"
  unknown-server-time-limit: 50
  infra-cache-max-rtt: 200
  outbound-msg-retry: 1
  rrset-roundrobin: no
  do-daemonize: no
  use-syslog: no
  username: ""
  chroot: ""
  directory: "."
  pidfile: ""
remote-control:
  control-enable: no
`;
