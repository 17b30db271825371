"""One connection to an ASGI application, as a strict server makes it."""

import asyncio
import inspect

from .asgi_clock import Exited
from .asgi_connection import ClientLeft, Unknown
from .asgi_http import Http
from .asgi_lifespan import Lifespan
from .asgi_websocket import WebSocket
from .verdict import Broken, kind, reader_line, show

#: Seconds after which an application is stopped.
SECONDS = 4
#: Exceptions that say more about a slip than about a decision.
SLIPS = (KeyError, IndexError, TypeError, AttributeError, NameError, AssertionError)


class Server:
    """Calls `app` once for `connection`. Never raises for what the application does: `run` gets it."""

    def __init__(self, run, program, connection):
        self.run, self.program, self.connection = run, program, connection
        #: Coroutines of receive and send, with the call and its line: one that nobody awaits is a fault.
        self._calls = []
        self._line = None
        #: Done as soon as the application has come to its end.
        self.over = asyncio.Event()

    async def serve(self, app, seconds=SECONDS):
        try:
            call = self._start(app)
        except BaseException as error:
            self._failed(error)
            self.over.set()
            return
        task = asyncio.ensure_future(self._guarded(call))
        done, _ = await asyncio.wait({task}, timeout=seconds)
        if not done:
            self.run.broke(Broken("limit", f"no end after {seconds} seconds", "an application that comes to an end", self._line))
            task.cancel()
            await asyncio.wait({task}, timeout=0.2)
        self._check_awaits()
        self.over.set()
        self.connection.changed()

    def _start(self, app):
        if not callable(app):
            raise Broken("asgi-callable", f"app is of type {kind(app)}: {show(app)}", "an async def, or another object that can be called and awaited")
        check_signature(app, self.program)
        scope = self.connection.scope
        if not self.run.exchange.given:
            self.run.exchange.given = dict(scope)
        self.run.exchange.add("server", f"app(scope, receive, send), for {scope['type']}")
        result = app(scope, self._receive, self._send)
        if inspect.isawaitable(result):
            return result
        hint = "a plain def, or one with yield, makes no coroutine" if result is None or inspect.isasyncgen(result) or inspect.isgenerator(result) else show(result)
        broken = Broken("asgi-awaitable", f"{kind(result)} was returned: {hint}", "a coroutine, from `async def app(scope, receive, send)`", self.program.definition_line(app))
        raise broken

    async def _guarded(self, call):
        try:
            await call
            if self.run.broken is None:
                self._check_awaits()
                self.connection.finish(self._line)
        except BaseException as error:
            self._failed(error)

    def _receive(self):
        return self._noted("receive()", self._received())

    async def _received(self):
        line = reader_line(self.program.filename)
        return await self._checked(self.connection.receive(), line)

    def _send(self, event):
        line = reader_line(self.program.filename)
        return self._noted("send(…)", self._sent(event, line))

    async def _sent(self, event, line):
        self._line = line

        async def take():
            self.connection.take(event)

        await self._checked(take(), line)
        # As a server does that writes: others get their turn.
        await asyncio.sleep(0)

    async def _checked(self, work, line):
        try:
            return await work
        except Broken as broken:
            broken.line = broken.line or line
            # What nobody awaits is the cause of what then comes in the wrong order.
            self._check_awaits()
            self.run.broke(broken)
            raise

    def _noted(self, call, coroutine):
        self._calls.append((call, coroutine, reader_line(self.program.filename)))
        return coroutine

    def _check_awaits(self):
        """Whether each receive() and send() was awaited."""
        for call, coroutine, line in self._calls:
            if inspect.getcoroutinestate(coroutine) == inspect.CORO_CREATED:
                coroutine.close()
                self.run.broke(Broken("asgi-await", f"{call} that nobody awaits: nothing happened", f"await {call}", line))
        self._calls = []

    def _failed(self, error):
        """The application raised. Is it allowed to?"""
        if isinstance(error, asyncio.CancelledError) and self.run.broken is not None:
            return
        if isinstance(error, Broken):
            self.run.broke(error)
            return
        self._check_awaits()
        connection = self.connection
        self.run.exchange.add("app", "raises", error)
        if isinstance(error, ClientLeft) and connection.left:
            try:
                connection.finish(self._line)
            except Broken as broken:
                self.run.broke(broken)
            return
        if connection.left and isinstance(error, SLIPS):
            self.run.broke(self.program.failed(error, "asgi-websocket-disconnect" if isinstance(connection, WebSocket) else "asgi-disconnect", "a look at event['type']: it may be a disconnect"))
        elif isinstance(connection, Unknown) or self._may_refuse() or (connection.left and isinstance(error, Exception)):
            return
        else:
            begun = isinstance(connection, Http) and connection.started
            expected = "no exception after the response has begun" if begun else "no exception that leaves the application: it answers with an error page"
            broken = self.program.failed(error, "asgi-exception-late" if begun else "asgi-exception", expected)
            if isinstance(error, Exited):
                broken.sent = str(error)
            self.run.broke(broken)

    def _may_refuse(self):
        """Whether an exception says no to the protocol: before anything was said, or while the server starts."""
        connection = self.connection
        if isinstance(connection, Lifespan):
            return connection.state in ("new", "startup", "failed")
        return isinstance(connection, WebSocket) and connection.state == "new" and not connection.sent


def check_signature(app, program):
    """Three positional arguments can be given. What cannot be inspected is called and seen."""
    try:
        signature = inspect.signature(app)
    except (TypeError, ValueError):
        return
    try:
        signature.bind(None, None, None)
    except TypeError:
        raise Broken("asgi-arguments", f"app{signature}", "app(scope, receive, send)", program.definition_line(app)) from None
