"""`wsgi.input` and `wsgi.errors` as a strict server gives them: only the methods that PEP 3333 lists."""

import io

from .http_rules import bytes_of
from .verdict import Broken, kind, reader_line, show


class _Stream:
    """A stream that notes which other attributes were asked for: whoever needs them fails with AttributeError."""

    _name = ""

    def __init__(self, run, filename):
        self._run, self._filename = run, filename
        #: Attributes that PEP 3333 does not list, and that were asked for.
        self._asked = []

    def __repr__(self):
        return f"<{self._name}>"

    def __getattr__(self, name):
        if not name.startswith("_"):
            self._asked.append(name)
        raise AttributeError(f"'{self._name}' has no attribute '{name}'")

    def _break(self, rule, sent, expected):
        broken = Broken(rule, sent, expected, reader_line(self._filename))
        self._run.broke(broken)
        raise broken

    def close(self):
        self._break("wsgi-streams", f"environ['{self._name}'].close()", "no call of close(): the stream belongs to the server")


class Input(_Stream):
    """The body of the request. Reading past CONTENT_LENGTH is refused; reading by lines ends there."""

    _name = "wsgi.input"

    def __init__(self, run, filename, body, length):
        super().__init__(run, filename)
        self._body, self._length = io.BytesIO(body[:length]), length

    def read(self, *args):
        size = args[0] if len(args) == 1 else None
        if len(args) > 1:
            raise TypeError(f"read() takes one argument, {len(args)} were given")
        if size is None or (type(size) is int and size < 0):
            call = f"read({show(args[0]) if args else ''})"
            self._break("wsgi-input-read", f"environ['wsgi.input'].{call}", "read(size), with the number of bytes that CONTENT_LENGTH announces")
        left = self._length - self._body.tell()
        if type(size) is int and size > left:
            sent = f"read({size}), when {bytes_of(left)} of the {self._length} that CONTENT_LENGTH announces are left"
            self._break("wsgi-input-limit", sent, f"at most read({left})")
        return self._noted("read", self._body.read(size))

    def readline(self, *args):
        return self._noted("readline", self._body.readline(*args))

    def readlines(self, *args):
        return self._noted("readlines", self._body.readlines(*args))

    def __iter__(self):
        return iter(self.readline, b"")

    def _noted(self, what, value):
        self._run.exchange.add("app", what, value)
        return value


class Errors(_Stream):
    """The log of the server."""

    _name = "wsgi.errors"

    def write(self, text):
        if not isinstance(text, str):
            self._break("wsgi-errors-str", f"{kind(text)}: {show(text)}", "a str")
        self._run.exchange.add("app", "wsgi.errors", text)
        return self._run.log.write(text)

    def writelines(self, lines):
        for line in lines:
            self.write(line)

    def flush(self):
        pass
