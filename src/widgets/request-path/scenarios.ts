import { access, beginning, curl, wire, type ScenarioPlan } from './plan.ts';

const shop = (path: string): ReturnType<typeof beginning> => beginning('shop.test', `https://shop.test${path}`);
const gunicorn = { typed: 'gunicorn/access.log' };
const uvicorn = { typed: 'api-access.log' };
const toShop = wire('nginx > gunicorn:8000 TCP (SYN|\\d+)');
const journal = (only: string): { typed: string; only: string } => ({ typed: 'journalctl', only });

/** What can be followed. All bytes are those of labs/request-path in the chapter when-it-breaks. */
export const scenarioPlans: readonly ScenarioPlan[] = [
  {
    id: 'flask',
    title: { en: 'A page from Flask on Gunicorn’s sync worker' },
    steps: [
      ...shop('/books/42'),
      { hop: 'web-server', text: { en: ['Nginx reads the request', 'Inside TLS stands text. Nginx knows from the connection who asks, `198.51.100.7`, and from `Host` which of its sites is meant. The `location` says: pass it on.'] }, cites: [curl('^>')] },
      { hop: 'gateway', text: { en: ['The same request, written anew', 'A second connection, inside the machine and without TLS. That the visitor came by `https` and from `198.51.100.7` would be lost: Nginx writes it into two headers.'] }, cites: [toShop] },
      { hop: 'workers', text: { en: ['A worker makes a dict of it', 'Gunicorn’s worker parses the text into the WSGI `environ`. The peer is Nginx: `REMOTE_ADDR` is `127.0.0.1`. Each header became a key `HTTP_…`.'] }, cites: [{ typed: 'environ.txt' }] },
      { hop: 'app', text: { en: ['Flask calls a function', 'The path chose the function `book(42)`. It needs a row, so it opens a connection to PostgreSQL. Meanwhile this worker does nothing else.'] }, cites: [wire('app > postgres:5432 TCP (SYN|ACK|8|37)')] },
      { hop: 'database', text: { en: ['SQL, and a row', 'The statement and its value travel apart: `$1`, and `42`. The row comes back in the same exchange. PostgreSQL’s log has the statement because `log_statement` is `all` here.'] }, cites: [wire('app > postgres:5432 TCP \\d{3}'), wire('postgres:5432 > app TCP 1\\d\\d'), journal('postgres')], logs: ['journal'] },
      { hop: 'app', isBack: true, text: { en: ['The app answers', 'Status, headers, one piece of body, in a return value. The app writes its own line before Gunicorn has sent anything.'] }, cites: [journal('shop')], logs: ['journal'] },
      { hop: 'gateway', isBack: true, text: { en: ['HTTP again', 'Gunicorn makes text of it: headers in one packet, the body in the next. Then it writes its access line, and the worker is free.'] }, cites: [wire('gunicorn:8000 > nginx TCP \\d+'), gunicorn], logs: ['Gunicorn access.log'] },
      { hop: 'browser', isBack: true, text: { en: ['Nginx signs and sends', '`Server` and `Connection` are Nginx’s own words now. Its access line holds both times: `in`, all of it, and `app`, what Gunicorn took.'] }, cites: [curl('^(<|\\{)'), access], logs: ['Nginx access.log'] },
    ],
  },
  {
    id: 'static',
    title: { en: 'A static file from Nginx' },
    steps: [
      ...shop('/static/shop.css'),
      { hop: 'web-server', text: { en: ['Nginx reads the request, and a file', '`location /static/` names no upstream, so the path is looked up below `root`: `/srv/shop/static/shop.css`. No other program is asked.'] }, cites: [curl('^>')] },
      { hop: 'browser', isBack: true, text: { en: ['The file comes back', '`ETag` and `Last-Modified` name this version of the file, `Cache-Control` allows the browser to keep it for a day. In the log `app=-/-`: there was no app.'] }, cites: [curl('^(<|body)'), access], logs: ['Nginx access.log'] },
    ],
  },
  {
    id: 'fastapi',
    title: { en: 'JSON from FastAPI on a Uvicorn worker' },
    steps: [
      ...beginning('api.shop.test', 'https://api.shop.test/books/42'),
      { hop: 'web-server', text: { en: ['Nginx reads the request', 'The address is the same as that of `shop.test`. The server name in TLS chose the certificate, `Host` chooses the site.'] }, cites: [curl('^>')] },
      { hop: 'gateway', text: { en: ['The same request, written anew', 'To another port: here Gunicorn’s master keeps a Uvicorn worker.'] }, cites: [wire('nginx > gunicorn:8001 TCP (SYN|\\d+)')] },
      { hop: 'workers', text: { en: ['A scope instead of an environ', 'Uvicorn believes the two headers, because they come from `127.0.0.1`: `client` is the visitor, `scheme` is `https`. Headers are pairs of bytes, in order, in lower case.'] }, cites: [{ typed: 'asgi.txt', only: '^scope' }] },
      { hop: 'database', text: { en: ['SQL on a connection that is there', 'The pool opened it at the start, so there is no handshake. While the row is on its way, the event loop serves others.'] }, cites: [wire('postgres'), journal('postgres')], logs: ['journal'] },
      { hop: 'app', isBack: true, text: { en: ['Two events come back', 'The app sends `http.response.start`, then `http.response.body`. Here nobody asked for the request’s body, so there is no `receive` at all.'] }, cites: [{ typed: 'asgi.txt', only: '^send' }] },
      { hop: 'gateway', isBack: true, text: { en: ['HTTP again', 'Uvicorn makes text of the events.'] }, cites: [wire('gunicorn:8001 > nginx TCP \\d+'), uvicorn], logs: ['Uvicorn access log'] },
      { hop: 'browser', isBack: true, text: { en: ['Nginx signs and sends', 'The body was not touched on the way.'] }, cites: [curl('^(<|\\{)'), access], logs: ['Nginx access.log'] },
    ],
  },
  {
    id: 'websocket',
    title: { en: 'A WebSocket' },
    steps: [
      { hop: 'browser', text: { en: ['A URL with another scheme', 'Known: `wss://api.shop.test/chat`. The connection begins like any `https` one, and with an HTTP request.'] }, cites: [{ typed: 'talk.py' }] },
      { hop: 'name', text: { en: ['The name becomes an address', 'As for `https`.'] }, cites: [wire('resolver')] },
      { hop: 'connection', text: { en: ['TCP and TLS', 'As for `https`.'] }, cites: [wire('^\\S+ (visitor|nginx:443) > (nginx:443|visitor) ')] },
      { hop: 'gateway', text: { en: ['A request to change the protocol', '`Upgrade` and `Connection` hold for one connection only. Nginx passes them on because its configuration says so; without that they would end here.'] }, cites: [wire('nginx > gunicorn:8001 TCP (SYN|2\\d\\d)')] },
      { hop: 'workers', text: { en: ['A scope of type websocket', 'The app gets `websocket.connect` and answers `websocket.accept`.'] }, cites: [{ typed: 'asgi.txt', only: '^scope|websocket.(connect|accept)' }] },
      { hop: 'gateway', isBack: true, text: { en: ['101', 'The one HTTP response. `Sec-WebSocket-Accept` is computed from the key: whoever answered knows the protocol.'] }, cites: [wire('gunicorn:8001 > nginx TCP 1\\d\\d'), { typed: 'api-error.log' }], logs: ['Uvicorn log'] },
      { hop: 'gateway', text: { en: ['Frames instead of messages', '`81` is a whole text message. From the client the next byte is `85`: five bytes, masked with the four bytes that follow. From the server `1e`: 30 bytes, as they are.'] }, cites: [wire('TCP (11|32) bytes')] },
      { hop: 'app', text: { en: ['Events, as long as it lasts', 'The frame was an event for the app, and so is its answer.'] }, cites: [{ typed: 'asgi.txt', only: '\'text\'' }] },
      { hop: 'gateway', isBack: true, text: { en: ['The end', '`88` closes, with the code `03 e8`, which is 1000. Only now does Nginx write its line: for a chat of three hours, three hours later.'] }, cites: [wire('TCP (8|4) bytes'), { typed: 'asgi.txt', only: 'disconnect' }, access], logs: ['Nginx access.log'] },
    ],
  },
  {
    id: 'cross-origin',
    title: { en: 'JSON, asked for by a page of another origin' },
    steps: [
      { hop: 'browser', text: { en: ['A script of https://shop.test', 'Known: a script of that page wants to `POST` JSON to `https://api.shop.test/orders`. That is another origin, and JSON is no type that a form could send. So the browser asks first. Here curl sends what a browser sends.'] }, cites: [] },
      { hop: 'name', text: { en: ['The name becomes an address', 'As for any request.'] }, cites: [{ ...wire('resolver'), count: 2 }] },
      { hop: 'web-server', text: { en: ['May I? The preflight', '`OPTIONS` with `Origin` and the method and headers that the script wants. It has no body and no cookie.'] }, cites: [curl('^>', 1)] },
      { hop: 'app', text: { en: ['The middleware answers, not the route', 'The scope’s method is `OPTIONS`. The function for `/orders` is not called.'] }, cites: [{ typed: 'asgi.txt', turn: 1, only: '^(scope|send)' }] },
      { hop: 'browser', isBack: true, text: { en: ['You may', '`access-control-allow-origin` names the page’s origin. The browser may remember this for 600 seconds.'] }, cites: [curl('^<', 1)] },
      { hop: 'web-server', text: { en: ['The real request', 'Only now does the browser send the order.'] }, cites: [curl('^>', 2)] },
      { hop: 'gateway', text: { en: ['Both, as Gunicorn got them', 'Two requests for one click. The body comes with the second.'] }, cites: [wire('nginx > gunicorn:8001 TCP \\d+')] },
      { hop: 'database', text: { en: ['SQL', 'The order is stored.'] }, cites: [wire('app > postgres'), journal('postgres')], logs: ['journal'] },
      { hop: 'browser', isBack: true, text: { en: ['The answer may be read', 'This response needs `access-control-allow-origin` as well: without it the order is stored all the same, and the script sees an error.'] }, cites: [curl('^(<|\\{)', 2), access, uvicorn, journal('api')], logs: ['Nginx access.log (2)', 'Uvicorn access log (2)', 'journal'] },
    ],
  },
  {
    id: 'not-modified',
    title: { en: 'Not modified: a file that the browser has' },
    steps: [
      ...beginning('shop.test', 'https://shop.test/static/shop.css', false),
      { hop: 'web-server', text: { en: ['Have you a newer one?', 'The browser kept the file with its `ETag`. It asks for the same URL, with a condition.'] }, cites: [curl('^>')] },
      { hop: 'browser', isBack: true, text: { en: ['304, and no body', 'The file’s version is still that one. Only headers come back, and the browser may keep its copy for another day. The log counts 0 bytes.'] }, cites: [curl('^<'), access], logs: ['Nginx access.log'] },
    ],
  },
  {
    id: 'redirect',
    title: { en: 'A redirect to https' },
    steps: [
      { hop: 'browser', text: { en: ['A URL with http', 'Known: `http://shop.test/books/42`, so port 80 and no TLS.'] }, cites: [] },
      { hop: 'name', text: { en: ['The name becomes an address', 'As ever.'] }, cites: [{ ...wire('resolver'), count: 2 }] },
      { hop: 'web-server', text: { en: ['A request that everyone can read', 'There is no TLS: these are the bytes on the road.'] }, cites: [wire('visitor > nginx:80 TCP')] },
      { hop: 'browser', isBack: true, text: { en: ['301: ask there', 'Nginx answers by itself: `app=-/-`. It says where, and that it will stay so.'] }, cites: [wire('nginx:80 > visitor TCP \\d+'), { typed: 'nginx/access.log', only: ' 301 ' }], logs: ['Nginx access.log'] },
      { hop: 'connection', text: { en: ['A second connection', 'Another port, so nothing of the first one can be used: TCP again, and TLS.'] }, cites: [wire('^\\S+ (visitor|nginx:443) > (nginx:443|visitor) ')] },
      { hop: 'gateway', text: { en: ['The request itself', 'Nginx tells the app `X-Forwarded-Proto: https`. Without this line an app that insists on https would redirect for ever.'] }, cites: [wire('nginx > gunicorn:8000 TCP \\d+')] },
      { hop: 'browser', isBack: true, text: { en: ['200', 'Two requests, two lines in Nginx’s log, one in Gunicorn’s.'] }, cites: [curl('^(< HTTP|< Location|\\{)'), access, gunicorn], logs: ['Nginx access.log', 'Gunicorn access.log'] },
    ],
  },
  {
    id: 'upload',
    title: { en: 'An upload' },
    steps: [
      ...beginning('shop.test', 'https://shop.test/covers/42', false),
      { hop: 'web-server', text: { en: ['May I send 60000 bytes?', 'curl sends the head first, with `Expect: 100-continue`, and Nginx says `100 Continue`. A browser would send the body at once. Nginx collects all of it before it asks anybody.'] }, cites: [curl('^(>|< HTTP/1.1 100)')] },
      { hop: 'gateway', text: { en: ['Head and body, at the speed of the machine', 'Gunicorn’s worker is not held up by a slow visitor: the body is here already. `Expect` is gone. Of the body only the beginning of the first packet is shown: zeros.'] }, cites: [wire('nginx > gunicorn:8000 TCP \\d+')] },
      { hop: 'workers', text: { en: ['A length and a file to read from', '`CONTENT_LENGTH` is text. The body is no part of the `environ`: the app reads it from `wsgi.input`.'] }, cites: [{ typed: 'environ.txt', only: 'CONTENT|METHOD|PATH_INFO|wsgi.input\'' }] },
      { hop: 'app', text: { en: ['Stored', 'All bytes are there.'] }, cites: [{ typed: 'stat' }] },
      { hop: 'gateway', isBack: true, text: { en: ['201', 'The answer, as Gunicorn sends it.'] }, cites: [wire('gunicorn:8000 > nginx TCP \\d+'), gunicorn], logs: ['Gunicorn access.log'] },
      { hop: 'browser', isBack: true, text: { en: ['The end', 'Nginx’s line counts the bytes that it sent, not those that it got.'] }, cites: [curl('^(<|\\{)'), access], logs: ['Nginx access.log'] },
    ],
  },
];
