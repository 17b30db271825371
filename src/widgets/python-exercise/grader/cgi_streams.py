"""Standard input and output of a CGI program, in the process of the grader."""

import builtins
import contextlib
import io
import os
import sys

from .http_rules import bytes_of
from .verdict import Broken, reader_line

#: Bytes of output after which a program is said to go on for ever.
BYTE_LIMIT = 4_000_000


class Exit(BaseException):
    """`os._exit()`: the process ends at once, and what was not flushed is lost."""


class Body(io.RawIOBase):
    """The body of the request. Whoever wants more than CONTENT_LENGTH would wait on a server that keeps the pipe open."""

    def __init__(self, run, filename, body, length):
        self._run, self._filename = run, filename
        self._body, self._length = io.BytesIO(body[:length]), length

    def readable(self):
        return True

    def readinto(self, buffer):
        data = self._body.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)

    def left(self):
        return self._length - self._body.tell()

    def take(self, size, call):
        """So many bytes; all for None. Raises Broken when that is more than there are."""
        left = self.left()
        if size is None or size < 0 or size > left:
            self.beyond(call)
        data = self._body.read(size)
        self._run.exchange.add("app", call, data)
        return data

    def beyond(self, call):
        told = f"{call}, when {bytes_of(self.left())} of the {self._length} that CONTENT_LENGTH announces are left"
        broken = Broken("cgi-input-limit", told, "as many bytes as CONTENT_LENGTH says: sys.stdin.buffer.read(length)", reader_line(self._filename))
        self._run.broke(broken)
        raise broken


class BinaryInput(io.BufferedIOBase):
    """`sys.stdin.buffer`."""

    name, mode = "<stdin>", "rb"

    def __init__(self, body):
        self.raw = body

    def readable(self):
        return True

    def read(self, size=-1):
        return self.raw.take(size, f"read({'' if size is None or size < 0 else size})")

    def read1(self, size=-1):
        # One call of the system: gets what is there, and does not wait for more.
        if self.raw.left() == 0 and size != 0:
            self.raw.beyond("read1()")
        return self.raw.take(self.raw.left() if size is None or size < 0 else min(size, self.raw.left()), "read1()")

    def readinto(self, buffer):
        data = self.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)

    readinto1 = readinto

    def peek(self, size=0):
        return self.raw._body.getbuffer()[self.raw._body.tell() :].tobytes()

    def readline(self, size=-1):
        line = self.peek()
        end = line.find(b"\n") + 1
        limit = len(line) if size is None or size < 0 else size
        if not end and limit >= len(line) and (size is None or size < 0 or size > len(line)):
            self.raw.beyond("readline()")
        return self.raw.take(min(end or len(line), limit), "readline()")

    def fileno(self):
        return 0


class TextInput(io.TextIOBase):
    """`sys.stdin`: read(n) counts characters, and there may be fewer of them than bytes."""

    encoding, errors, newlines, name, mode = "utf-8", "strict", None, "<stdin>", "r"

    def __init__(self, buffer):
        self.buffer = buffer

    def readable(self):
        return True

    def read(self, size=-1):
        call = f"sys.stdin.read({'' if size is None or size < 0 else size})"
        waiting = self.buffer.peek()
        if size is None or size < 0:
            self.buffer.raw.beyond(call)
        text = waiting.decode(self.encoding)
        if size > len(text):
            hint = f", which are {len(text)} characters" if len(text) != len(waiting) else ""
            self.buffer.raw.beyond(call + hint)
        self.buffer.raw.take(len(text[:size].encode(self.encoding)), call)
        return text[:size].replace("\r\n", "\n")

    def readline(self, size=-1):
        return self.buffer.readline(size).decode(self.encoding).replace("\r\n", "\n")

    def fileno(self):
        return 0


class Output(io.RawIOBase):
    """The pipe to the server."""

    def __init__(self):
        self.data = bytearray()

    def writable(self):
        return True

    def write(self, data):
        self.data += data
        if len(self.data) > BYTE_LIMIT:
            raise Broken("limit", f"more than {bytes_of(BYTE_LIMIT)} of output", "a response that ends")
        return len(data)

    def fileno(self):
        return 1


def _text(raw, line_buffering=False):
    return io.TextIOWrapper(io.BufferedWriter(raw), encoding="utf-8", newline="\n", line_buffering=line_buffering)


@contextlib.contextmanager
def process(run, filename, body, length, variables):
    """What a process sees: standard streams, environment, arguments. Gives the pipe to the server."""
    raw, source = Output(), Body(run, filename, body, length)
    stdin, stdout = TextInput(BinaryInput(source)), _text(raw)
    saved = sys.stdin, sys.stdout, sys.__stdin__, sys.__stdout__, sys.argv, dict(os.environ)
    system = os.read, os.write, os._exit, builtins.input

    def read(fd, size):
        return source.take(min(size, source.left()) or size, f"os.read(0, {size})") if fd == 0 else system[0](fd, size)

    def write(fd, data):
        if fd == 1:
            return raw.write(bytes(data))
        return run.log.write(bytes(data).decode("utf-8", "replace")) if fd == 2 else system[1](fd, data)

    def exit_at_once(status):
        raise Exit(status)

    def ask(prompt=""):
        # Without a terminal the prompt is written like any output.
        sys.stdout.write(str(prompt))
        line = sys.stdin.readline()
        if not line:
            raise EOFError("EOF when reading a line")
        return line.removesuffix("\n")

    sys.stdin = sys.__stdin__ = stdin
    sys.stdout = sys.__stdout__ = stdout
    sys.argv = [filename]
    os.read, os.write, os._exit, builtins.input = read, write, exit_at_once, ask
    os.environ.clear()
    os.environ.update(variables)
    try:
        yield raw
        for stream in (sys.stdout, stdout):
            with contextlib.suppress(ValueError, AttributeError, OSError):
                stream.flush()
    finally:
        # What is left in the buffers of a process that was ended at once is lost; it must not come up later.
        raw.write = len
        sys.stdin, sys.stdout, sys.__stdin__, sys.__stdout__, sys.argv = saved[:5]
        os.read, os.write, os._exit, builtins.input = system
        os.environ.clear()
        os.environ.update(saved[5])
