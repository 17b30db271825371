"""Connections of an ASGI server: what each kind gives to receive, and takes from send."""

import asyncio

from .asgi_events import (
    accept_of, body_of, check_length, close_of, event_type, headers_of, message_of, status_of, unknown_event,
)
from .http_rules import NO_CONTENT, bytes_of
from .verdict import Broken, show

#: Events of one kind after which a program is said to go on for ever.
EVENT_LIMIT = 10_000
BYTE_LIMIT = 4_000_000
#: So often the end of a connection is told to a program that asks again.
DISCONNECT_LIMIT = 100
#: Seconds of silence after which the client of a WebSocket, which has said all, leaves.
LINGER = 0.05

ASGI = {"version": "3.0", "spec_version": "2.5"}


class ClientLeft(OSError):
    """Raised by send on a connection that the client has closed: the subclass of OSError that ASGI asks for."""


class Connection:
    """What all kinds share: waiting for the other side, and counting."""

    protocol = ""
    #: Types of events that may be sent.
    known = ()
    #: What was left unread of a body in several events.
    unread = ""

    def __init__(self, run, request, scope):
        self.run, self.request, self.scope = run, request, scope
        self.answer = run.answer
        self.asked = self.sent = self.size = 0
        #: The client has gone.
        self.left = False
        self._ends_told = 0
        self._changed = asyncio.Event()

    def changed(self):
        """Wakes whoever waits in receive."""
        self._changed.set()

    async def receive(self):
        """The next event; waits, as long as a client would, for what only comes after an answer."""
        self.asked += 1
        if self.asked > EVENT_LIMIT:
            raise Broken("limit", f"{EVENT_LIMIT} calls of receive()", "a program that comes to an end")
        event = self.next_event()
        while event is None:
            seen = self.sent
            self._changed.clear()
            try:
                await asyncio.wait_for(self._changed.wait(), self.patience())
            except asyncio.TimeoutError:
                if self.sent == seen:
                    self.lost_patience()
            event = self.next_event()
        self.run.exchange.add("server", "receive", event)
        return event

    def patience(self):
        return self.request.patience

    def end(self, rule, event):
        """The event that tells the end of the connection, for those who ask once more."""
        self._ends_told += 1
        if self._ends_told > DISCONNECT_LIMIT:
            raise Broken(rule, f"{DISCONNECT_LIMIT} more calls of receive() after {event['type']}", f"an end of the work, when {event['type']} comes")
        return event

    def take(self, event):
        """Takes an event that was sent. Raises Broken, or ClientLeft."""
        self.sent += 1
        name = event_type(event)
        if self.sent > EVENT_LIMIT or self.size > BYTE_LIMIT:
            raise Broken("limit", f"more than {self.sent - 1} events with {bytes_of(self.size)}", "a response that ends")
        self.run.exchange.add("app", "send", event)
        if name not in self.known:
            raise unknown_event(name, self.protocol, self.known)
        if self.left:
            raise ClientLeft("the client has closed the connection")
        self.answer.events.append(event)
        self.taken(name, event)
        self.changed()

    def leave(self, why):
        if not self.left:
            self.left = True
            self.run.exchange.add("server", why)
            self.changed()


class Http(Connection):
    """A request and its response."""

    protocol = "http"
    known = ("http.response.start", "http.response.body", "http.response.trailers")

    def __init__(self, run, request):
        super().__init__(run, request, {
            "type": "http",
            "asgi": dict(ASGI),
            "http_version": "1.1",
            "method": request.method,
            "scheme": "http",
            **address(request),
        })
        self._events = body_events(request)
        self._given = 0
        self.ended = False
        self._trailers = False
        #: The client has left because nothing came.
        self.impatient = False

    @property
    def started(self):
        return self.answer.status is not None

    @property
    def unread(self):
        """What was left unread of a body in several events, or an empty text."""
        total = len(self._events)
        return f"{self._given} of {total} events of the body" if 0 < self._given < total else ""

    def next_event(self):
        if self.request.disconnect_after is not None and self._given >= self.request.disconnect_after:
            self.leave("the client leaves")
        if self.left or self.ended:
            return self.end("asgi-disconnect", {"type": "http.disconnect"})
        if self._given < len(self._events):
            self._given += 1
            return self._events[self._given - 1]
        return None

    def lost_patience(self):
        self.impatient = not self.started
        self.leave("the client has waited long enough, and leaves")

    def taken(self, name, event):
        if self.ended:
            raise Broken("asgi-after-end", f"{name} after the response was complete", "more_body: True in each event but the last")
        if name == "http.response.start":
            self._start(event)
        elif not self.started:
            raise Broken("asgi-start-first", f"{name} first", "http.response.start first")
        elif name == "http.response.body":
            self._body(*body_of(event))
        else:
            headers_of(event)
            if not self._trailers:
                raise Broken("asgi-event-type", f"{name}, and no trailers: True in http.response.start", "no trailers, or their announcement")
            self.ended = not event.get("more_trailers", False)

    def _start(self, event):
        if self.started:
            raise Broken("asgi-start-once", "a second http.response.start", "http.response.body")
        status = status_of(event)
        self.answer.headers = [(name.decode("latin-1"), value.decode("latin-1")) for name, value in headers_of(event)]
        check_length(self.answer)
        self.answer.status = status
        self._trailers = event.get("trailers", False) is True

    def _body(self, body, more):
        self.size += len(body)
        if body:
            self.answer.blocks.append(body)
        self.ended = not more and not self._trailers
        length = check_length(self.answer)
        if self.answer.status in NO_CONTENT and (body or (self.answer.status == 204 and length is not None)):
            told = f"{self.answer.status} with {bytes_of(len(body))}" if body else "204 with content-length"
            raise Broken("asgi-no-content", told, f"{self.answer.status} without body, and without headers that announce one")
        counts = self.request.method != "HEAD" and self.answer.status not in NO_CONTENT and length is not None
        if counts and (self.size > length or (not more and self.size < length)):
            so_far = " so far" if more else ""
            raise Broken("asgi-content-length", f"content-length: {length}, and {bytes_of(self.size)}{so_far}", "the number of bytes that are sent; len() of the bytes, not of the text")
        after = self.request.leaves_after
        if after and body and len(self.answer.blocks) >= after and not self.ended:
            self.leave("the client leaves")

    def finish(self, line):
        """The application has returned, or could not go on without its client."""
        if self.impatient:
            raise Broken("asgi-no-response", "nothing: the application waited for another event, until its client left", "http.response.start, when the request is read")
        if self.left:
            return
        if not self.started:
            raise Broken("asgi-no-response", "nothing: the application returned, and had sent no http.response.start", "http.response.start, and http.response.body")
        if not self.ended:
            waits = "http.response.trailers" if self._trailers else "http.response.body with more_body: False, or without more_body"
            raise Broken("asgi-not-ended", "no end: the application returned, and the response was not complete", waits, line)


class WebSocket(Connection):
    """A WebSocket, from the handshake to its end."""

    protocol = "websocket"
    known = ("websocket.accept", "websocket.send", "websocket.close")

    def __init__(self, run, request):
        super().__init__(run, request, {
            "type": "websocket",
            "asgi": dict(ASGI),
            "http_version": "1.1",
            "scheme": "ws",
            **address(request),
            "subprotocols": list(request.subprotocols),
        })
        self.state = "new"
        self._messages = list(request.ws_in)
        self._code = request.close_code
        self._count = 0

    def next_event(self):
        if self.state == "new":
            self.state = "connecting"
            return {"type": "websocket.connect"}
        if self.left or self.state == "closed":
            return self.end("asgi-websocket-disconnect", {"type": "websocket.disconnect", "code": self._code, "reason": ""})
        if self.state == "open" and self._messages:
            message = self._messages.pop(0)
            text, data = (message, None) if isinstance(message, str) else (None, message)
            both = {"type": "websocket.receive", "bytes": data, "text": text}
            return {key: value for key, value in both.items() if value is not None} if self.request.sparse else both
        return None

    def patience(self):
        return LINGER if self.state == "open" else self.request.patience

    def lost_patience(self):
        if self.state != "open":
            raise Broken("asgi-websocket-accept", "a second receive(), and no answer to websocket.connect", "websocket.accept or websocket.close")
        self.leave("the client has said all, and leaves")

    def taken(self, name, event):
        if self.state == "closed":
            raise Broken("asgi-websocket-closed", f"{name} after websocket.close", "nothing after websocket.close")
        if name == "websocket.accept":
            if self.state == "open":
                raise Broken("asgi-websocket-accept-once", "a second websocket.accept", "websocket.send or websocket.close")
            chosen, headers = accept_of(event, self.request.subprotocols)
            self.state, self.answer.status, self.answer.reason = "open", 101, "Switching Protocols"
            self.answer.headers = [(name.decode("latin-1"), value.decode("latin-1")) for name, value in headers]
            if chosen is not None:
                self.answer.headers.append(("sec-websocket-protocol", chosen))
        elif name == "websocket.close":
            self._code, _ = close_of(event)
            if self.state != "open":
                self.answer.status, self.answer.reason = 403, "Forbidden"
            self.state = "closed"
        else:
            if self.state != "open":
                raise Broken("asgi-websocket-accept", f"{name} before websocket.accept", "websocket.accept first")
            message = message_of(event)
            self._count += 1
            data = message if isinstance(message, bytes) else message.encode("utf-8", "replace")
            self.size += len(data)
            self.answer.blocks.append(data)
            if self.request.leaves_after and self._count >= self.request.leaves_after:
                self.leave("the client leaves")

    def finish(self, line):
        if self.state in ("new", "connecting"):
            if not self.asked and not self.sent:
                raise Broken("asgi-unknown-scope", "a return, when scope['type'] is 'websocket'", "an exception, or an answer to websocket.connect")
            raise Broken("asgi-websocket-accept", "nothing: the application returned, and had not answered websocket.connect", "websocket.accept or websocket.close")


class Lifespan(Connection):
    """Start and end of the server."""

    protocol = "lifespan"
    known = ("lifespan.startup.complete", "lifespan.startup.failed", "lifespan.shutdown.complete", "lifespan.shutdown.failed")

    def __init__(self, run, request, hold=False):
        super().__init__(run, request, {"type": "lifespan", "asgi": {"version": "3.0", "spec_version": "2.0"}, "state": {}})
        #: new, startup, up, shutdown, done or failed
        self.state = "new"
        #: Whether the server goes on, and does not end yet.
        self.hold = hold

    def next_event(self):
        if self.state == "new":
            self.state = "startup"
            return {"type": "lifespan.startup"}
        if self.state == "up" and not self.hold:
            self.state = "shutdown"
            return {"type": "lifespan.shutdown"}
        return None

    def lost_patience(self):
        if self.state == "startup":
            raise Broken("asgi-lifespan-startup", "a second receive(), and no answer to lifespan.startup", "lifespan.startup.complete, or lifespan.startup.failed")
        if self.state == "shutdown":
            raise Broken("asgi-lifespan-shutdown", "another receive(), and no answer to lifespan.shutdown", "lifespan.shutdown.complete, or lifespan.shutdown.failed")
        if self.state in ("done", "failed"):
            raise Broken("asgi-lifespan-shutdown", "another receive() after the end", "a return: no other event comes")

    def taken(self, name, event):
        _, phase, outcome = name.split(".")
        if self.state != phase:
            when = {"new": "before lifespan.startup came", "startup": "while the server starts", "up": "while the server runs", "shutdown": "while the server ends"}
            raise Broken("asgi-lifespan-order", f"{name} {when.get(self.state, 'after the end')}", "each answer once, after the event that it answers")
        if not isinstance(event.get("message", ""), str):
            raise Broken("asgi-event-type", f"message {show(event['message'])}", "a str")
        up = "up" if phase == "startup" else "done"
        self.state = up if outcome == "complete" else "failed"

    def finish(self, line):
        if self.state == "new":
            raise Broken("asgi-unknown-scope", "a return, when scope['type'] is 'lifespan'", "an exception, or the events of lifespan")
        if self.state == "startup":
            raise Broken("asgi-lifespan-startup", "a return, and no answer to lifespan.startup", "lifespan.startup.complete, or lifespan.startup.failed")
        if self.state in ("up", "shutdown"):
            told = "no answer to lifespan.shutdown" if self.state == "shutdown" else "lifespan.shutdown had not come"
            raise Broken("asgi-lifespan-shutdown", f"a return, and {told}", "another receive(), and lifespan.shutdown.complete")


class Unknown(Connection):
    """A protocol of the future: whoever does not know it must raise."""

    def __init__(self, run, request):
        super().__init__(run, request, {"type": request.scope, "asgi": dict(ASGI)})
        self.protocol = request.scope

    def next_event(self):
        return None

    def lost_patience(self):
        raise self._broken("a wait for its events")

    def take(self, event):
        raise self._broken(show(event))

    def finish(self, line):
        raise self._broken("a return")

    def _broken(self, told):
        return Broken("asgi-unknown-scope", f"{told}, when scope['type'] is {self.protocol!r}", "an exception, of any type")


def connection(run, request):
    """The connection that the request asks for."""
    kinds = {"http": Http, "websocket": WebSocket, "lifespan": Lifespan}
    return kinds.get(request.scope, Unknown)(run, request)


def address(request):
    """The part of a scope that says where the request goes and from where it comes."""
    return {
        "path": request.path,
        "raw_path": request.raw_path,
        "query_string": request.query.encode("ascii"),
        "root_path": "",
        "headers": [[name.lower().encode("ascii"), value.encode("latin-1")] for name, value in request.headers],
        "client": ["127.0.0.1", 50000],
        "server": ["shop.test", 80],
    }


def body_events(request):
    """The body of a request as events."""
    chunks = request.chunks or [b""]
    events = []
    for i, chunk in enumerate(chunks):
        event, more = {"type": "http.request", "body": chunk, "more_body": True}, i < len(chunks) - 1
        event["more_body"] = more
        if request.sparse:
            event = {key: value for key, value in event.items() if value not in (b"", False)}
        events.append(event)
    return events
