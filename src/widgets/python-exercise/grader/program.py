"""The reader's program: read, run in a namespace of its own, and its errors told by its own lines."""

import contextlib
import io
import linecache
import os
import random
import sys
import traceback
import types

from .verdict import Broken, kind, show

#: Characters of output that are kept.
OUTPUT_LIMIT = 20_000
#: Names under which servers look for the callable.
NAMES = ("app", "application")


class Kept(io.TextIOBase):
    """A text stream that keeps what is written, up to a limit."""

    def __init__(self, what):
        self._what, self._parts, self._size, self._lost = what, [], 0, 0

    def writable(self):
        return True

    @property
    def encoding(self):
        return "utf-8"

    def write(self, text):
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        room = max(0, OUTPUT_LIMIT - self._size)
        self._parts.append(text[:room])
        self._size += len(text[:room])
        self._lost += len(text[room:])
        return len(text)

    def text(self):
        return "".join(self._parts)

    def cut(self):
        """A sentence when something was cut, else an empty text."""
        return f"{self._what} was cut after {OUTPUT_LIMIT} characters; {self._lost} more were written." if self._lost else ""


class Program:
    """Source text of the reader; `filename` is what tracebacks call it."""

    def __init__(self, source, filename="app.py"):
        self.source, self.filename = source, filename
        self.lines = source.splitlines()

    def compiled(self):
        """The code of the file. Raises Broken with the rule python-error, and the line."""
        try:
            return compile(self.source, self.filename, "exec", dont_inherit=True)
        except (SyntaxError, ValueError, OverflowError, RecursionError, MemoryError) as error:
            broken = Broken("python-error", f"{type(error).__name__}: {error_text(error)}", "a file that Python can read")
            broken.cause, broken.line = error, getattr(error, "lineno", None)
            raise broken from None

    def module(self, name="app"):
        """Runs the file in a new module and returns the module. Raises Broken, if that fails."""
        code = self.compiled()
        module = types.ModuleType(name)
        module.__file__ = self.filename
        sys.modules[name] = module
        try:
            exec(code, module.__dict__)
        except Broken:
            raise
        except BaseException as error:
            raise self.failed(error, "python-error", "a file that can be imported without an error") from None
        return module

    def application(self):
        """What a server would take from a new module. Raises Broken."""
        module = self.module()
        for name in NAMES:
            if hasattr(module, name):
                return getattr(module, name)
        raise Broken("app-missing", f"a file without {' and '.join(NAMES)}", "the callable under the name `app`")

    def failed(self, error, rule, expected):
        """A Broken for an exception of the reader's program, with the line where it happened."""
        if isinstance(error, Broken):
            return error
        text = error_text(error)
        broken = Broken(rule, f"{type(error).__name__}: {text}" if text else type(error).__name__, expected, self.line_of(error))
        broken.cause = error
        if type(error) is ModuleNotFoundError and error.name:
            broken.sent = f"import {error.name}: this module is not part of the exercise"
            broken.expected = "a program that needs no other module"
        return broken

    def line_of(self, error):
        """The innermost line of the reader's file in the traceback of `error`, or None."""
        lines = [line for frame, line in traceback.walk_tb(error.__traceback__) if frame.f_code.co_filename == self.filename]
        return lines[-1] if lines else None

    def definition_line(self, app):
        """The line where the reader defines a callable, or None."""
        code = getattr(app, "__code__", None) or getattr(getattr(type(app), "__call__", None), "__code__", None)
        return code.co_firstlineno if code is not None and code.co_filename == self.filename else None

    def error_of(self, broken):
        """`error` of a result: line, text, source of the line, and traceback in the reader's file only. None without a line."""
        cause = broken.cause
        if broken.line is None and cause is None:
            return None
        line = broken.line
        source = self.lines[line - 1].strip() if line and line <= len(self.lines) else None
        told = {"line": line, "text": broken.sent, "source": source, "traceback": None}
        if cause is not None:
            told["traceback"] = self.traceback_of(cause)
        return told

    def traceback_of(self, error):
        """The traceback as Python prints it, but without the frames of the grader and of the library."""
        if isinstance(error, SyntaxError):
            return "".join(traceback.format_exception_only(type(error), error))
        frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename == self.filename]
        head = ["Traceback (most recent call last):\n", *traceback.format_list(frames)] if frames else []
        return "".join([*head, *traceback.format_exception_only(type(error), error)])


def error_text(error):
    """What an exception says, cut; even if its `__str__` fails."""
    try:
        text = error.msg if isinstance(error, SyntaxError) and error.msg else str(error)
    except Exception:
        return f"<{kind(error)}, whose __str__ fails>"
    return text if len(text) <= 500 else show(text, 500)


def start_chance():
    """Makes `random` the same in each call: an application that throws dice is not one that keeps state."""
    random.seed(3333)


@contextlib.contextmanager
def stage(program, run):
    """Sets up what a program sees of the process, and puts everything back: standard output and error are kept in `run`,
    chance is the same in each run, and tracebacks find the source."""
    run.output, run.log = Kept("The output"), Kept("The log")
    saved = sys.stdout, sys.stderr, sys.modules.get("app"), sys.modules.get("__main__"), random.getstate(), os._exit, sys.stdin
    linecache.cache[program.filename] = (len(program.source), None, [line + "\n" for line in program.lines], program.filename)
    start_chance()
    sys.stdin, sys.stdout, sys.stderr = io.StringIO(), run.output, run.log
    # It would end the grader, too.
    os._exit = sys.exit
    try:
        yield
    finally:
        sys.stdout, sys.stderr = saved[:2]
        os._exit, sys.stdin = saved[5:]
        for name, module in (("app", saved[2]), ("__main__", saved[3])):
            if module is None:
                sys.modules.pop(name, None)
            else:
                sys.modules[name] = module
        random.setstate(saved[4])
        linecache.cache.pop(program.filename, None)
