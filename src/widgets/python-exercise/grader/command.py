"""The command lines of the graders, for authors and tests."""

import argparse
import asyncio
import inspect
import json
import os
import signal
import sys

from .request import RequestProblem
from .rules import RULES
from .verdict import Broken

#: Seconds after which a program is stopped.
SECONDS = 5


def main(interface):
    """`python3 -m grader.<interface> APP.py [--request request.json]`: prints the verdict as JSON.

    Exits 0 for accept, 1 for reject, 2 for errors of its own: those are a sentence on standard error.
    """
    parser = argparse.ArgumentParser(prog=f"python3 -m grader.{interface}", description=f"Grades one {interface.upper()} program for one request.")
    parser.add_argument("app", metavar="APP.py", help="the program")
    parser.add_argument("--request", metavar="request.json", help="the request as JSON; GET / without it")
    args = parser.parse_args()
    source = read(parser, args.app)
    request = read_json(parser, args.request) if args.request else {}
    finish(parser, grader(interface), source, request)


def grader(interface):
    """`grade` of the interface's module."""
    from importlib import import_module

    return import_module(f".{interface}", __package__).grade


def finish(parser, grade, *args):
    """Grades, prints the result and exits."""
    try:
        result = in_time(grade, *args)
    except RequestProblem as problem:
        stop(parser, str(problem))
    print(json.dumps(result, ensure_ascii=True, indent=2), flush=True)
    # Not sys.exit(): that waits for threads of the program.
    os._exit(0 if result["verdict"] == "accept" else 1)


def in_time(grade, *args):
    """The result of `grade`; after SECONDS the program that is running is interrupted, and breaks the rule `limit`."""

    def interrupt(*_):
        raise Broken("limit", f"no end after {SECONDS} seconds", "a program that comes to an end")

    if hasattr(signal, "setitimer"):
        signal.signal(signal.SIGALRM, interrupt)
        # Again and again: a program may trap what interrupts it.
        signal.setitimer(signal.ITIMER_REAL, SECONDS, 0.5)
    try:
        result = grade(*args)
        return asyncio.run(result) if inspect.iscoroutine(result) else result
    except Broken as broken:
        # It struck between two steps of the program.
        return {"verdict": "reject", "rule": broken.rule, **RULES[broken.rule], "sent": broken.sent, "expected": broken.expected, "response": None}
    finally:
        if hasattr(signal, "setitimer"):
            signal.setitimer(signal.ITIMER_REAL, 0)


def read(parser, path):
    try:
        with open(path, encoding="utf-8") as file:
            return file.read()
    except OSError as error:
        stop(parser, f"{path}: cannot be read ({error.strerror}); name a file that exists")
    except UnicodeDecodeError:
        stop(parser, f"{path}: is not UTF-8; save it as UTF-8")


def read_json(parser, path):
    try:
        return json.loads(read(parser, path))
    except ValueError as error:
        stop(parser, f"{path}: is not JSON ({error}); write an object such as {{\"method\": \"GET\", \"path\": \"/\"}}")


def stop(parser, sentence):
    print(f"{parser.prog}: {sentence}", file=sys.stderr)
    sys.exit(2)
