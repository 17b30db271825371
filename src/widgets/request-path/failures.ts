import type { Localized } from '../../i18n/locales.ts';
import type { Case, HopId, Look } from './model.ts';

/** What Chromium shows when no answer came; an end-to-end test provokes those that it can. */
export type NetError = 'ERR_NAME_NOT_RESOLVED' | 'ERR_CONNECTION_REFUSED' | 'ERR_CONNECTION_TIMED_OUT' | 'ERR_CERT_COMMON_NAME_INVALID' | 'ERR_TOO_MANY_REDIRECTS';

export interface FailurePlan {
  /** Also the id of the run in labs/request-path-failures. */
  readonly id: string;
  readonly hop: HopId;
  /** What a browser says when it has no answer to show. */
  readonly browser?: NetError;
  /** Entries of the failure catalogue that are this failure; they link to it. */
  readonly catalogue?: readonly string[];
  readonly text: Localized<{ readonly title: string; readonly cause: string; readonly says: string }>;
}

/** In the order of the way. */
export const failurePlans: readonly FailurePlan[] = [
  {
    id: 'hosts-wrong',
    hop: 'name',
    browser: 'ERR_CONNECTION_REFUSED',
    text: { en: { title: 'The hosts file names an old machine', cause: 'a line in the visitor’s hosts file', says: '`dig` asks the resolver and is told the right address, while curl tries another one: `/etc/hosts` is read first, and `dig` does not read it. No log of the shop knows of this visit.' } },
  },
  {
    id: 'name-unknown',
    hop: 'name',
    browser: 'ERR_NAME_NOT_RESOLVED',
    catalogue: ['name-not-resolved'],
    text: { en: { title: 'The name is unknown', cause: 'the zone has no such name', says: 'The resolver answers, with `NXDOMAIN`: there is no such name. Nothing was sent to the shop.' } },
  },
  {
    id: 'resolver-down',
    hop: 'name',
    browser: 'ERR_NAME_NOT_RESOLVED',
    catalogue: ['resolver-gives-up'],
    text: { en: { title: 'The resolver is down', cause: 'the resolver does not answer', says: 'curl says the same as for an unknown name. `dig` tells them apart: here nobody answers at all.' } },
  },
  {
    id: 'port-refused',
    hop: 'connection',
    browser: 'ERR_CONNECTION_REFUSED',
    catalogue: ['connection-refused-no-web-server'],
    text: { en: { title: 'Connection refused', cause: 'Nginx does not run', says: 'The machine answers, and says that no program listens at port 443. `ss` on the machine agrees: there is no line with `:443`. Nginx has no log of what it did not see.' } },
  },
  {
    id: 'connect-time-out',
    hop: 'connection',
    browser: 'ERR_CONNECTION_TIMED_OUT',
    catalogue: ['connection-timed-out'],
    text: { en: { title: 'The connection times out', cause: 'the name leads to an address where nobody answers', says: 'Not refused: silence. `dig` gives `203.0.113.9`, and that is not the shop’s address. A firewall that drops packets looks the same from here.' } },
  },
  {
    id: 'other-name',
    hop: 'connection',
    browser: 'ERR_CERT_COMMON_NAME_INVALID',
    catalogue: ['certificate-wrong-name'],
    text: { en: { title: 'A certificate for another name', cause: 'the certificate does not hold this name', says: 'TCP stands, and TLS fails in the visitor’s program: the certificate is for `shop.test` and `api.shop.test`, the visitor asked for `www.shop.test`. No request was sent, so no access log has a line.' } },
  },
  {
    id: 'forbidden',
    hop: 'web-server',
    catalogue: ['status-403-file-rights'],
    text: { en: { title: '403: a file that may not be read', cause: 'the file’s permissions', says: 'Nginx found the file and the kernel refused to open it: `13: Permission denied`. In the access log `app=-/-`: no app was asked.' } },
  },
  {
    id: 'no-file',
    hop: 'web-server',
    catalogue: ['not-found-by-web-server'],
    text: { en: { title: '404 by Nginx', cause: 'no such file below Nginx’s root', says: 'The page below the number is signed `nginx`, the access log says `app=-/-`, and the error log names the path that was tried.' } },
  },
  {
    id: 'too-large',
    hop: 'web-server',
    catalogue: ['content-too-large'],
    text: { en: { title: '413: the body is too large', cause: 'client_max_body_size', says: 'Nginx read `Content-Length` and refused before the body came. The app never heard of it: `app=-/-`. The reason is in the error log.' } },
  },
  {
    id: 'too-many',
    hop: 'web-server',
    catalogue: ['too-many-requests'],
    text: { en: { title: '429: too many requests', cause: 'limit_req', says: 'Two log-ins passed, the third and the fourth within the same second did not. Nginx counts by address, names the zone in its error log, and asks no app.' } },
  },
  {
    id: 'bad-host',
    hop: 'gateway',
    text: { en: { title: '400: the host is not trusted', cause: 'Nginx no longer passes the Host on', says: 'The app refuses, and says which host it was told: `shop`, the name of Nginx’s upstream. The visitor’s request was right; `proxy_set_header Host` is missing.' } },
  },
  {
    id: 'redirect-loop',
    hop: 'gateway',
    browser: 'ERR_TOO_MANY_REDIRECTS',
    catalogue: ['too-many-redirects'],
    text: { en: { title: 'A redirect loop', cause: 'Nginx no longer passes the scheme on', says: 'The `Location` is the very URL that was asked for. The app believes that the visitor came by `http`: `X-Forwarded-Proto` is missing. Every answer is a good 301, so no error log has a line.' } },
  },
  {
    id: 'socket-missing',
    hop: 'gateway',
    catalogue: ['upstream-socket-missing'],
    text: { en: { title: '502: no socket', cause: 'Nginx is told to use a socket that is not there', says: '`2: No such file or directory`: there is no file `/run/shop.sock`. `ss` shows why: Gunicorn runs, and listens at port 8000.' } },
  },
  {
    id: 'nobody-listens',
    hop: 'gateway',
    catalogue: ['bad-gateway-app-stopped'],
    text: { en: { title: '502: nobody listens', cause: 'Gunicorn does not run', says: '`111: Connection refused`, and in `ss` no line with `:8000`. Gunicorn’s log ends with `Shutting down`.' } },
  },
  {
    id: 'worker-killed',
    hop: 'workers',
    catalogue: ['worker-killed-silent', 'upstream-closed-early'],
    text: { en: { title: '502: the worker was killed', cause: 'the worker was killed from outside', says: 'Nginx had passed the request on and waited; the connection closed without an answer. Gunicorn’s log says what happened to the worker: `SIGKILL`. The app could write nothing.' } },
  },
  {
    id: 'worker-time-out',
    hop: 'workers',
    catalogue: ['worker-timeout-500'],
    text: { en: { title: '500 by Gunicorn’s time-out', cause: 'Gunicorn’s time-out ended the worker', says: '`WORKER TIMEOUT` after 5 seconds, and a stack that shows where the worker stood: `time.sleep`. The page is Gunicorn’s, not Flask’s. The app’s own log has no line.' } },
  },
  {
    id: 'no-book',
    hop: 'app',
    catalogue: ['not-found-by-app'],
    text: { en: { title: '404 by the app', cause: 'the app has no such book', says: 'The same number as from Nginx, another author: `app=404`, the page is Flask’s, and the SQL statement is in the journal. Nothing is broken.' } },
  },
  {
    id: 'exception',
    hop: 'app',
    catalogue: ['status-500-traceback'],
    text: { en: { title: '500: an exception', cause: 'an exception in the app’s code', says: 'The traceback is in the journal, and ends with the fault: `KeyError: \'paperback\'`. Nginx’s error log is empty: for Nginx, 500 is an answer like any other.' } },
  },
  {
    id: 'busy',
    hop: 'app',
    catalogue: ['status-503-by-app'],
    text: { en: { title: '503: busy', cause: 'no connection to the database became free', says: 'The app itself says so, with `retry-after`. The access log shows who had the connection: `/sales`, for 1.8 seconds.' } },
  },
  {
    id: 'origin-refused',
    hop: 'app',
    catalogue: ['blocked-by-cors'],
    text: { en: { title: 'The preflight is refused', cause: 'the origin is not allowed by the app’s CORS settings', says: 'The answer to `OPTIONS` is a 400 without `access-control-allow-origin`, so the browser never sends the request. In curl, without an `Origin`, all is well.' } },
  },
  {
    id: 'too-slow',
    hop: 'database',
    catalogue: ['gateway-time-out', 'status-504-work-done'],
    text: { en: { title: '504: too slow', cause: 'a slow query', says: 'Nginx waited 2 seconds, as it was told to. The journal has the statement, and then the app’s line, a second too late and with 200: nobody was there any more.' } },
  },
  {
    id: 'client-left',
    hop: 'database',
    catalogue: ['client-closed-request'],
    text: { en: { title: '499: the visitor left', cause: 'the visitor gave up before the query ended', says: 'No status was sent: 499 stands in Nginx’s log only. The app did not notice and finished 2 seconds later, with 200.' } },
  },
  {
    id: 'database-refused',
    hop: 'database',
    catalogue: ['database-refuses'],
    text: { en: { title: '500: the database refuses', cause: 'PostgreSQL does not run', says: 'To the visitor it looks like any exception. The traceback ends with `Connection refused` and port 5432, and `ss` has no line with it.' } },
  },
];

export interface CasePlan extends Pick<Case, 'failure' | 'way'> {
  readonly text: Localized<{ readonly complaint: string; readonly because: string }>;
}

const way = (...looks: readonly Look[]): readonly Look[] => looks;

/** From the easiest to the hardest. */
export const casePlans: readonly CasePlan[] = [
  { failure: 'no-file', way: way('error'), text: { en: { complaint: 'The page opens, but without any style: black on white.', because: 'The error log names the file that Nginx looked for. The browser alone shows a 404 that the app could have sent as well.' } } },
  { failure: 'port-refused', way: way('ss'), text: { en: { complaint: 'Since this morning nobody can open the shop.', because: 'No line with `:443`: no program takes connections from outside. curl’s “refused” leaves open which machine refused.' } } },
  { failure: 'name-unknown', way: way('dig'), text: { en: { complaint: 'My browser says that it cannot find the shop.', because: '`NXDOMAIN`: the resolver was reached, and there is no such name. A browser says the same when the resolver is down.' } } },
  { failure: 'exception', way: way('journal'), text: { en: { complaint: 'One page shows an error, all others are fine.', because: 'The traceback ends with the fault. The number 500 alone leaves the app, Gunicorn and the database.' } } },
  { failure: 'other-name', way: way('curl'), text: { en: { complaint: 'A customer writes: your shop is insecure, my browser warned me. With us it works.', because: 'curl says which name was asked for, and that the certificate does not hold it.' } } },
  { failure: 'worker-killed', way: way('gunicorn'), text: { en: { complaint: 'The yearly report says Bad Gateway. The second time it worked.', because: 'Gunicorn’s log says `SIGKILL`. Nginx’s error log says only that the connection closed: that can be a crash as well.' } } },
  { failure: 'too-slow', way: way('error', 'journal'), text: { en: { complaint: 'The yearly report never comes. The screen says Time-out.', because: 'The error log says who lost patience: Nginx. The journal says with what: a statement of the database, finished a second later.' } } },
  { failure: 'socket-missing', way: way('error'), text: { en: { complaint: 'After the work of last night, everything is Bad Gateway. Gunicorn runs, I have looked.', because: 'The error log names the socket that is not there. `ss` adds where Gunicorn listens.' } } },
  { failure: 'hosts-wrong', way: way('curl', 'dig'), text: { en: { complaint: 'On this one computer the shop does not open. Everywhere else it does.', because: 'curl tries `192.0.2.99`, `dig` says `192.0.2.10`. The difference is a file that curl reads and `dig` does not.' } } },
  { failure: 'redirect-loop', way: way('curl'), text: { en: { complaint: 'Since the server’s configuration was tidied up, no page opens. There is not one error in any log.', because: 'The `Location` of a request by `https` is that same `https` URL: the app does not know the scheme.' } } },
];
