"""Start and end of an ASGI server (ASGI Lifespan 2.0)."""

from .asgi_connection import Connection
from .verdict import Broken, show


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
