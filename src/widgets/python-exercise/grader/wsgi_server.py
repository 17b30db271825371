"""One request through a WSGI application, as a strict server makes it."""

from .http_rules import bytes_of
from .verdict import Broken, LineWatch, kind, reader_line, show
from .wsgi_inner import Inner
from .wsgi_response import accurate_len, check_body, check_result, check_signature
from .wsgi_start import check_exc_info, check_start
from .wsgi_streams import Errors, Input

#: Blocks and bytes after which a response is called endless.
BLOCK_LIMIT = 10_000
BYTE_LIMIT = 4_000_000


class Server:
    """Calls `app` once with `request`; `run` gets what happened. Never raises for what the application does."""

    def __init__(self, run, program, request):
        self.run, self.program, self.request = run, program, request
        self.answer, self.exchange = run.answer, run.exchange
        self.started = False
        self.headers_sent = False
        self.start_line = None
        #: The first block that came before start_response was called.
        self.early = None
        #: The exception that start_response raised again, because headers were sent.
        self.raised_again = None
        self.blocks = self.size = 0
        self.returned = self.left = False
        self.yield_line = None

    def serve(self, app):
        try:
            self._serve(app)
        except Broken as broken:
            self.run.broke(broken)
        except BaseException as error:
            self._failed(error)

    # What the application calls.

    def start_response(self, *args, **keywords):
        line = reader_line(self.program.filename)
        if keywords or len(args) not in (2, 3):
            told = ", ".join([*map(show, args), *(f"{name}=…" for name in keywords)])
            self._break("wsgi-start-response-arguments", f"start_response({told})", "two or three arguments, without names", line)
        status, headers, exc_info = args if len(args) == 3 else (*args, None)
        if self.early is not None:
            self._break("wsgi-start-response-late", f"the block {show(self.early)} before start_response", "start_response first", line)
        self._guard(check_exc_info, exc_info, line)
        if exc_info is None and self.started:
            self._break("wsgi-start-response-twice", f"a second start_response({show(status)}, …)", "one call, or sys.exc_info() as third argument", line)
        if exc_info is not None and self.headers_sent:
            self.exchange.add("server", "start_response raises again", exc_info[1])
            self.raised_again = exc_info[1]
            raise exc_info[1].with_traceback(exc_info[2])
        self.started = True
        self._guard(check_start, status, headers, line)
        self.start_line = line
        self.answer.status, self.answer.reason = int(status[:3]), status[4:]
        self.answer.headers = list(headers)
        changed = "" if exc_info is None else f" with exc_info of {kind(exc_info[1])}"
        self.exchange.add("app", f"start_response{changed}", (status, headers))
        return self.write

    def write(self, data):
        line = reader_line(self.program.filename)
        if type(data) is not bytes:
            self._break("wsgi-body-bytes", f"write() of {kind(data)}: {show(data)}", "bytes", line)
        if self.returned:
            self._break("wsgi-write-late", f"write({show(data)}) while the response is iterated", "a block that is yielded", line)
        self.headers_sent = True
        self.exchange.add("app", "write", data)
        self._send(data)

    # The server's part.

    def _serve(self, app):
        environ = self._environ()
        inner = Inner(self.run) if self.request.middleware else None
        if inner:
            app = app(inner)
        if not callable(app):
            raise Broken("wsgi-callable", f"app is of type {kind(app)}: {show(app)}", "a function, or another object that can be called")
        check_signature(app, self.program)
        self.exchange.given = dict(environ)
        self.exchange.add("server", "app(environ, start_response)")
        watch = LineWatch(self.program.filename)
        with watch:
            result = app(environ, self.start_response)
        self.returned = True
        try:
            check_result(result, watch.line)
            self._iterate(result, watch)
        except Broken as broken:
            self.run.broke(broken)
        except BaseException as error:
            self._failed(error)
        finally:
            self._close(result)
        if self.run.broken is None:
            self._finish(result)
            if inner:
                inner.check()

    def _environ(self):
        request = self.request
        environ = request.meta_variables()
        length = int(environ.get("CONTENT_LENGTH") or 0)
        environ |= {
            "wsgi.version": (1, 0),
            "wsgi.url_scheme": "http",
            "wsgi.input": Input(self.run, self.program.filename, request.body or b"", length),
            "wsgi.errors": Errors(self.run, self.program.filename),
            "wsgi.multithread": False,
            "wsgi.multiprocess": True,
            "wsgi.run_once": False,
        }
        self.streams = environ["wsgi.input"], environ["wsgi.errors"]
        return environ

    def _iterate(self, result, watch):
        announced = accurate_len(result)
        with watch:
            iterator = iter(result)
        items = 0
        while not self.left:
            with watch:
                block = next(iterator, self)
            if block is self:
                break
            items += 1
            self.yield_line = watch.line
            if type(block) is not bytes:
                raise Broken("wsgi-body-bytes", f"a block of type {kind(block)}: {show(block)}", "bytes" + (": text becomes bytes by .encode()" if type(block) is str else ""), watch.line)
            if not self.started:
                self.early = block if self.early is None else self.early
            if block:
                self.headers_sent = self.started
            self._limit()
            self.exchange.add("app", "block", block)
            self._send(block)
        if announced is not None and not self.left and announced != items:
            raise Broken("wsgi-len", f"__len__() says {announced}, and {items} blocks came", "the right number, or no __len__()")

    def _send(self, data):
        self.blocks += 1
        self.size += len(data)
        if data:
            self.answer.blocks.append(data)
        if self.request.leaves_after and len(self.answer.blocks) >= self.request.leaves_after and data:
            self.left = True
            self.exchange.add("server", "the client leaves")

    def _limit(self):
        if self.blocks >= BLOCK_LIMIT or self.size >= BYTE_LIMIT:
            self.left = True
            raise Broken("limit", f"more than {self.blocks} blocks with {bytes_of(self.size)}", "a response that ends", self.yield_line)

    def _close(self, result):
        if not hasattr(result, "close"):
            return
        self.exchange.add("server", "close()")
        try:
            result.close()
        except Broken as broken:
            self.run.broke(broken)
        except BaseException as error:
            self._failed(error)

    def _finish(self, result):
        if not self.started:
            sent = f"the block {show(self.early)}, and no call of start_response" if self.early is not None else "no call of start_response"
            raise Broken("wsgi-start-response-missing", sent, "start_response(status, headers) before the first block")
        if self.early is not None:
            raise Broken("wsgi-start-response-late", f"the block {show(self.early)} before start_response", "start_response first", self.start_line)
        if self.raised_again is not None:
            sent = f"{type(self.raised_again).__name__} from start_response was caught, and the application went on"
            raise Broken("wsgi-exc-info-trapped", sent, "no except around this start_response", self.start_line)
        check_body(self.answer, self.request.method, self.left, self.start_line)

    def _failed(self, error):
        """An exception came out of the application: before or after the client got something."""
        asked = [f"environ['{stream._name}'].{name}" for stream in getattr(self, "streams", ()) for name in stream._asked]
        if isinstance(error, AttributeError) and asked:
            self.run.broke(self.program.failed(error, "wsgi-streams", "read, readline, readlines and iteration; write, writelines and flush"))
            self.run.broken.sent = asked[-1]
        elif self.headers_sent:
            broken = self.program.failed(error, "wsgi-exception-late", "a response that is made before it is begun, or ends in peace")
            self.run.broke(broken)
            broken.sent = f"{broken.sent}, after {bytes_of(self.size)} had been sent"
        else:
            self.run.broke(self.program.failed(error, "wsgi-exception", "no exception that leaves the application: it answers with an error page"))

    def _break(self, rule, sent, expected, line):
        broken = Broken(rule, sent, expected, line)
        self.run.broke(broken)
        raise broken

    def _guard(self, check, *args):
        try:
            check(*args)
        except Broken as broken:
            self.run.broke(broken)
            raise
