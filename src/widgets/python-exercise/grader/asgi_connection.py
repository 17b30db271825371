"""A connection of an ASGI server: what all kinds give to receive, and take from send."""

import asyncio

from .asgi_events import event_type, unknown_event
from .http_rules import bytes_of
from .verdict import Broken, show

#: Events of one kind after which a program is said to go on for ever.
EVENT_LIMIT = 10_000
BYTE_LIMIT = 4_000_000
#: So often the end of a connection is told to a program that asks again.
DISCONNECT_LIMIT = 100

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
