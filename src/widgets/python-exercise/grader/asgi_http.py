"""HTTP as an ASGI server makes it (ASGI HTTP 2.5)."""

from .asgi_connection import ASGI, Connection, address
from .asgi_events import body_of, check_length, headers_of, status_of
from .http_rules import NO_CONTENT, bytes_of
from .verdict import Broken


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
        # To HEAD the server sends the headers only.
        if body and self.request.method != "HEAD":
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
