import type { Localized } from '../../i18n/locales.ts';
import type { HopId } from './model.ts';
import type { Cite } from './recorded.ts';

/** A citation of the scenario's own run. */
type OwnCite = Omit<Cite, 'run'>;

/** A step as it is planned: the build fills in what was recorded. */
export interface StepPlan {
  readonly hop: HopId;
  readonly isBack?: true;
  /** Title, and what is known or new here. `code` between backticks. */
  readonly text: Localized<readonly [string, string]>;
  readonly cites: readonly OwnCite[];
  /** Logs that got a line. */
  readonly logs?: readonly string[];
}

export interface ScenarioPlan {
  /** Also the id of the run in labs/request-path. */
  readonly id: string;
  readonly title: Localized<string>;
  readonly steps: readonly StepPlan[];
}

/** Packets of the connection between two ends, both ways. */
export const wire = (only: string): OwnCite => ({ typed: 'wire.log', only });
export const curl = (only: string, turn?: number): OwnCite => ({ typed: 'curl -v', only, ...(turn ? { turn } : {}) });
export const access: OwnCite = { typed: 'nginx/access.log' };

/** The steps before any HTTP, which most scenarios share. */
export function beginning(host: string, url: string, dig = true): readonly StepPlan[] {
  return [
    {
      hop: 'browser',
      text: { en: ['A URL is all there is', `Known: \`${url}\`. The browser takes out of it the scheme, the name \`${host}\`, the port 443 and the path. It knows no address yet, so it can send nothing.`] },
      cites: [],
    },
    {
      hop: 'name',
      text: { en: ['The name becomes an address', `The resolver at \`203.0.113.53\` is asked for \`${host}\`. New: the address \`192.0.2.10\`, the last four bytes of the answer: \`c0 00 02 0a\`. A web server’s logs know nothing of this.`] },
      cites: [wire('resolver'), ...(dig ? [{ typed: 'dig' }] : [])],
    },
    {
      hop: 'connection',
      text: { en: ['A TCP connection', 'Three packets without content: SYN, SYN ACK, ACK. They prove that a program listens at port 443 of that address. What is to be asked has not been said.'] },
      cites: [wire('^\\S+ (visitor > nginx:443|nginx:443 > visitor) TCP'), curl('Connected to')],
    },
    {
      hop: 'connection',
      text: { en: ['TLS in it', `The first message names the server, readable for everybody: \`${host}\`. The certificate names it too, so the browser goes on. From here on, whoever listens sees sealed bytes.`] },
      cites: [wire('TLS'), curl('SSL connection|subject|SSL cert')],
    },
  ];
}
