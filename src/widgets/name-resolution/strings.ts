import type { Localized } from '../../i18n/locales.ts';
import type { SkippedLine } from './hosts-file.ts';
import type { nameProblem, Outcome } from './model.ts';
import type { Reply } from './authority.ts';
import type { ScenarioName, Sources } from './scenarios.ts';
import type { Zone } from './world.ts';
import type { ZoneProblem } from './zone-text.ts';

/** Texts with `code` between backticks. */
export interface Strings {
  readonly ask: string;
  readonly options: readonly [string, string, string];
  readonly because: string;
  readonly scenario: string;
  readonly scenarios: Readonly<Record<ScenarioName, string>>;
  readonly name: string;
  readonly family: string;
  readonly families: Readonly<Record<'A' | 'AAAA', string>>;
  readonly hosts: string;
  readonly hostsHelp: string;
  readonly sources: string;
  readonly orders: Readonly<Record<Sources, string>>;
  readonly zone: (origin: string) => string;
  readonly zoneHelp: string;
  readonly server: (origin: string) => string;
  readonly states: Readonly<Record<Zone['state'], string>>;
  readonly circumstances: string;
  readonly doh: string;
  readonly silentResolver: string;
  readonly zones: string;
  readonly follow: string;
  readonly later: (seconds: number) => string;
  readonly forget: string;
  readonly clock: (seconds: number) => string;
  readonly kept: string;
  readonly nothingKept: string;
  readonly keptColumns: readonly [string, string, string, string];
  readonly where: Readonly<Record<'browser' | 'resolver' | 'doh', string>>;
  readonly noSuch: Readonly<Record<'no-name' | 'no-data', string>>;
  readonly seconds: (count: number) => string;
  readonly trace: string;
  readonly titles: { readonly browserCache: string; readonly order: string; readonly hosts: (line: number | undefined) => string; readonly stub: (isDoh: boolean) => string; readonly cache: string; readonly server: (zone: string) => string; readonly answer: string };
  readonly browserCache: (found: boolean, left: number) => string;
  readonly order: (sources: readonly string[], isBrowsers: boolean) => string;
  readonly inHosts: (count: number) => string;
  readonly stub: (isDoh: boolean, isSilent: boolean) => string;
  readonly cache: (found: string, name: string, left: number) => string;
  readonly replies: (reply: Reply, name: string, type: string) => string;
  readonly keeps: (seconds: number) => string;
  readonly answered: (kind: string) => string;
  readonly failed: Readonly<Record<'silence' | 'refused' | 'loop' | 'no-zone', string>>;
  readonly outcomes: (outcome: Outcome) => string;
  readonly problems: Readonly<Record<NonNullable<ReturnType<typeof nameProblem>>, string>>;
  readonly skipped: (line: SkippedLine) => string;
  readonly zoneProblem: (problem: ZoneProblem) => string;
}

const kinds: Readonly<Record<string, string>> = { records: 'the answer', alias: 'an alias', 'no-data': '“no such record”', 'no-name': '“no such name”' };

export const strings: Localized<Strings> = {
  en: {
    ask: 'Nothing is cached. The resolver looks for `www.shop.test`, an alias of `shop.test`. Whom does it ask last?',
    options: ['a root server', 'the server of `test`', 'the server of `shop.test`'],
    because:
      'Root and `test` only say whose zone it is, and the resolver remembers that. The server of `shop.test` has the records; it is asked for the name, and once more for what the alias points to.',
    scenario: 'Begin with',
    scenarios: {
      cold: 'every cache empty',
      file: 'a line in the hosts file',
      alias: 'an alias into another zone',
      'no-name': 'a name that does not exist',
      'no-data': 'a name without an address',
      'only-ipv6': 'only an IPv6 address, IPv4 wanted',
      circle: 'aliases in a circle',
      lame: 'a lame delegation',
      'silent-zone': 'a server that is silent',
      'silent-resolver': 'a resolver that is silent',
      mistakes: 'mistakes in the hosts file',
    },
    name: 'Name to find',
    family: 'Address wanted',
    families: { A: 'IPv4 (A)', AAAA: 'IPv6 (AAAA)' },
    hosts: '/etc/hosts',
    hostsHelp: 'Address first, then names. `#` begins a comment.',
    sources: 'Order in nsswitch.conf',
    orders: { 'files dns': 'hosts: files dns', 'dns files': 'hosts: dns files', files: 'hosts: files', dns: 'hosts: dns' },
    zone: (origin) => `Zone ${origin}`,
    zoneHelp: 'A line for each record: name, seconds to keep it, type (A, AAAA, CNAME, NS, TXT), value.',
    server: (origin) => `Server of ${origin}`,
    states: { answers: 'answers', silent: 'is silent', lame: 'does not serve it (lame)' },
    circumstances: 'Circumstances',
    doh: 'The browser uses DNS over HTTPS',
    silentResolver: 'The resolver is silent',
    zones: 'The zones and their servers',
    follow: 'Follow the look-up',
    later: (seconds) => (seconds < 3600 ? `${seconds} seconds later` : 'An hour later'),
    forget: 'Empty every cache',
    clock: (seconds) => `The clock stands at ${seconds} s.`,
    kept: 'What is remembered now',
    nothingKept: 'Nothing: every cache is empty.',
    keptColumns: ['Where', 'Question', 'Answer', 'Still kept'],
    where: { browser: 'browser', resolver: 'resolver', doh: 'resolver over HTTPS' },
    noSuch: { 'no-name': 'no such name', 'no-data': 'no such record' },
    seconds: (count) => `${Math.ceil(count)} s`,
    trace: 'The look-up',
    titles: {
      browserCache: 'Browser’s cache',
      order: 'Order of sources',
      hosts: (line) => (line === undefined ? 'Hosts file' : `Hosts file, line ${line}`),
      stub: (isDoh) => (isDoh ? 'Resolver over HTTPS' : 'Stub resolver to recursive resolver'),
      cache: 'Resolver’s cache',
      server: (zone) => (zone === '' ? 'Root server' : `Server of ${zone}`),
      answer: 'Resolver’s answer',
    },
    browserCache: (found, left) => (found ? `It knows the name for another ${Math.ceil(left)} s. Nobody is asked.` : 'No entry. The browser goes on.'),
    order: (sources, isBrowsers) =>
      isBrowsers
        ? 'The browser looks into the hosts file itself, then asks a resolver of its own. nsswitch.conf is not asked.'
        : sources.length === 1
          ? `Only \`${sources[0]}\` is asked.`
          : `\`${sources[0]}\` stands before \`${sources[1]}\`.`,
    inHosts: (count) => (count === 0 ? 'No line has the name with an address of this family.' : count === 1 ? 'The name is on this line. Found: the look-up ends here.' : `The name is on ${count} lines; all their addresses count. The look-up ends here.`),
    stub: (isDoh, isSilent) => (isSilent ? 'Asked, and asked again: no packet comes back.' : isDoh ? 'The question travels inside HTTPS, to a resolver that the browser chose.' : 'One question goes to the resolver of resolv.conf, which does the walking.'),
    cache: (found, name, left) => (found === 'nothing' ? `Nothing about \`${name}\`.` : `It has ${kinds[found] ?? found} for \`${name}\`, for another ${Math.ceil(left)} s.`),
    replies: (reply, name, type) => {
      switch (reply.kind) {
        case 'records':
          return `\`${name} ${type}\`? ${reply.records.map(({ value }) => `\`${value}\``).join(', ')}.`;
        case 'alias':
          return `\`${name} ${type}\`? An alias: \`${reply.target}\`. The resolver asks on for that name.`;
        case 'referral':
          return `\`${name} ${type}\`? Not mine: ask the server of \`${reply.zone}\`.`;
        case 'no-data':
          return `\`${name} ${type}\`? The name exists, but has no record of this type.`;
        case 'no-name':
          return `\`${name} ${type}\`? There is no such name.`;
        case 'refused':
          return `\`${name} ${type}\`? REFUSED: this server does not serve the zone that its parent says it does.`;
        case 'silence':
          return `\`${name} ${type}\`? No packet comes back, however often it is asked.`;
      }
    },
    keeps: (seconds) => `Kept for ${seconds} s.`,
    answered: (kind) => ({ records: 'The answer, with its records.', 'no-data': 'No error, and no record: “no data”.', 'no-name': '`NXDOMAIN`: no such name.' })[kind] ?? '',
    failed: {
      silence: '`SERVFAIL`: it could not finish, since a server did not answer.',
      refused: '`SERVFAIL`: it could not finish, since the server refused.',
      loop: '`SERVFAIL`: it gave up after 11 aliases.',
      'no-zone': '`SERVFAIL`: it could not finish.',
    },
    outcomes: (outcome) => {
      switch (outcome.kind) {
        case 'addresses':
          return `Connect to ${outcome.addresses.map((address) => `\`${address}\``).join(' or ')}, port 443 from the URL. \`Host\`, SNI and the certificate check keep the name.`;
        case 'no-name':
          return 'No such name. glibc says `EAI_NONAME`, the browser `ERR_NAME_NOT_RESOLVED`. No server saw a request.';
        case 'no-data':
          return 'The name has no address of this family. glibc says `EAI_NODATA`; with the other family it may work.';
        case 'servfail':
          return 'The resolver could not find out. glibc says `EAI_AGAIN`: try again later, or look at the zone’s servers.';
        case 'timeout':
          return 'Nobody answered. glibc says `EAI_AGAIN`, after the time-outs of resolv.conf: look at your network and at the resolver’s address.';
      }
    },
    problems: {
      empty: 'Type a name, such as `www.shop.test`.',
      length: 'A name has at most 253 characters.',
      label: 'Between two dots stand 1 to 63 characters.',
      character: 'A host name has letters, digits and hyphens. No scheme, no port, no path.',
    },
    skipped: ({ line, reason }) =>
      `Line ${line} is skipped: ${{ address: 'it does not begin with an address', port: 'an address has no port in this file', url: 'it begins with a scheme, and a hosts file knows none', 'no-name': 'no name follows the address' }[reason]}.`,
    zoneProblem: ({ line, code, detail }) =>
      `Line ${line}: ${
        {
          form: 'write name, seconds, type and value',
          name: `\`${detail}\` is no name`,
          outside: `\`${detail}\` is not in this zone`,
          ttl: `\`${detail}\` is no number of seconds`,
          type: `\`${detail}\` is not simulated; write A, AAAA, CNAME, NS or TXT`,
          address: `\`${detail}\` is no address of this type`,
          target: `\`${detail}\` is no name to point to`,
          'alias-and-others': `\`${detail}\` has a CNAME, so it may have nothing else (RFC 1034 §3.6.2)`,
        }[code]
      }.`,
  },
};
