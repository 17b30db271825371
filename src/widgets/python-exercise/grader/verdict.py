"""The verdict on a program, as one dict that JSON can hold."""

import sys

from .rules import RULES, guide_of

#: Text of a value in a message, and of an event in the exchange, is cut here.
VALUE_LIMIT = 300
#: So many events of an exchange are told.
EVENT_LIMIT = 200
#: Characters of a response body that are told.
BODY_LIMIT = 100_000


class Broken(BaseException):
    """A rule was broken. Not an Exception: a program that traps `Exception` must not trap this.

    `sent` and `expected` are sentences without a full stop; `line` is the reader's line, if one is to blame.
    """

    def __init__(self, rule, sent, expected, line=None):
        super().__init__(rule)
        assert rule in RULES, rule
        self.rule, self.sent, self.expected, self.line = rule, sent, expected, line
        self.cause = None


def show(value, limit=VALUE_LIMIT):
    """`repr` of any object of the reader, cut; even if its `__repr__` fails."""
    try:
        text = repr(value)
    except Exception as error:
        text = f"<{type(value).__name__}, whose __repr__ raises {type(error).__name__}>"
    return text if len(text) <= limit else f"{text[:limit]}… ({len(text)} characters)"


def kind(value):
    """The type of a value as a reader names it: `str`, `int`, `list`."""
    return "None" if value is None else type(value).__name__


class Exchange:
    """What the program was given, and what went between it and the server, event by event."""

    def __init__(self):
        self.given = {}
        self.events = []
        self.left_out = 0

    def add(self, sender, what, value=""):
        """Notes an event: `sender` is "server" or "app", `what` its name, `value` any object, told as Python writes it."""
        if len(self.events) >= EVENT_LIMIT:
            self.left_out += 1
        else:
            self.events.append({"from": sender, "kind": what, "text": value if value == "" else show(value)})

    def as_dict(self):
        told = {"given": {name: value if isinstance(value, str) else show(value) for name, value in self.given.items()}}
        told["events"] = self.events
        if self.left_out:
            told["events_cut"] = f"{self.left_out} more events are left out."
        return told


class Answer:
    """What the client gets: status, headers as pairs of str, the body in blocks."""

    def __init__(self, status=None, reason="", headers=()):
        self.status, self.reason, self.headers = status, reason, list(headers)
        self.blocks = []
        #: ASGI: the events that were sent, as they are.
        self.events = []

    @property
    def body(self):
        return b"".join(self.blocks)

    def values(self, name):
        """All values of the header `name`, which is written in lower case."""
        return [value for key, value in self.headers if key.lower() == name]

    def as_dict(self):
        body = self.body
        told = {
            "status": self.status,
            "reason": self.reason,
            "headers": [[name, value] for name, value in self.headers],
            "body": body[:BODY_LIMIT].decode("utf-8", "replace"),
            "bytes": len(body),
            "blocks": [block.decode("utf-8", "replace") for block in self.blocks[:EVENT_LIMIT]],
        }
        if len(body) > BODY_LIMIT:
            told["blocks"] = []
            told["body_cut"] = f"The body has {len(body)} bytes; {BODY_LIMIT} are shown."
        return told


class Run:
    """One call of a program: what it broke, if anything, and what came out."""

    def __init__(self, interface):
        self.interface = interface
        self.exchange = Exchange()
        self.answer = Answer()
        self.broken = None
        #: Text of prints, and of standard error and `wsgi.errors`.
        self.output = self.log = None
        self.notes = []
        #: ASGI: what was left unread of a body in several events.
        self.unread = ""

    def broke(self, broken):
        """Notes that a rule was broken; what came first stays."""
        if self.broken is None:
            self.broken = broken

    def same_as(self, other):
        """Whether the client sees the same."""
        if (self.broken is None) != (other.broken is None):
            return False
        mine, its = self.answer, other.answer
        return (mine.status, mine.reason, mine.headers, mine.body) == (its.status, its.reason, its.headers, its.body)


def result_of(run, program):
    """The verdict as a dict: see grader/__init__.py. `program` finds the reader's lines."""
    broken = run.broken
    rule = broken and broken.rule
    result = {
        "verdict": "reject" if broken else "accept",
        "rule": rule,
        "text": rule and RULES[rule]["text"],
        "section": rule and RULES[rule]["section"],
        "guide": rule and guide_of(rule, run.interface),
        "sent": broken and broken.sent,
        "expected": broken and broken.expected,
        "response": run.answer.as_dict() if run.answer.status is not None else None,
        "exchange": run.exchange.as_dict(),
        "output": run.output.text() if run.output else "",
        "log": run.log.text() if run.log else "",
        "error": broken and program.error_of(broken),
    }
    cuts = [stream.cut() for stream in (run.output, run.log) if stream and stream.cut()]
    if cuts:
        result["output_cut"] = " ".join(cuts)
    if run.notes:
        result["notes"] = list(dict.fromkeys(run.notes))
    return result


def reader_line(filename):
    """The line of the reader's file that is running now: of the innermost frame that belongs to it, or None."""
    frame = sys._getframe(1)
    while frame is not None:
        if frame.f_code.co_filename == filename:
            return frame.f_lineno
        frame = frame.f_back
    return None


class LineWatch:
    """Notes the last line of the reader's file that returned or yielded while it was entered."""

    def __init__(self, filename):
        self.filename, self.line = filename, None

    def __enter__(self):
        self._saved = sys.getprofile()
        sys.setprofile(self._note)

    def __exit__(self, *_):
        sys.setprofile(self._saved)

    def _note(self, frame, event, _):
        if event == "return" and frame.f_code.co_filename == self.filename:
            self.line = frame.f_lineno
