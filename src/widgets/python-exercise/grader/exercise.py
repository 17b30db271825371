"""Grades a program for all requests of an exercise.

From src/widgets/python-exercise: `python3 -m grader.exercise EXERCISE.json APP.py`.

An exercise is a dict with the keys of exercise.en.yaml that matter here: `interface`, and `requests` with `id`, `title`,
`request` (grader/request.py) and `expect`. Each request is graded in a namespace of its own. What keeps the rules but is not
what was asked breaks the rule `task`.
"""

import inspect
import json
from importlib import import_module

from .program import Program
from .request import Request, RequestProblem
from .verdict import Broken, result_of


async def run(spec, source, filename="app.py"):
    """The verdict on `source`: that of the first test that fails, and all tests with theirs. Raises RequestProblem."""
    interface = spec.get("interface")
    if interface not in ("wsgi", "asgi", "cgi"):
        raise RequestProblem(f"interface: write wsgi, asgi or cgi, not {interface!r}")
    tests = [await _test(interface, test, source, filename) for test in spec.get("requests") or []]
    if not tests:
        raise RequestProblem("requests: list at least one request")
    failed = next((test for test in tests if test["verdict"] == "reject"), None)
    keys = ("rule", "text", "section", "guide", "sent", "expected", "error")
    return {
        "verdict": "reject" if failed else "accept",
        "test": failed and failed["id"],
        **{key: failed and failed[key] for key in keys},
        "tests": tests,
    }


async def _test(interface, test, source, filename):
    try:
        request = Request(test.get("request"))
    except RequestProblem as problem:
        raise RequestProblem(f"request of {test.get('id')!r}: {problem}") from None
    program = Program(source, filename)
    graded = import_module(f".{interface}", __package__).grade_run(program, request)
    outcome = await graded if inspect.isawaitable(graded) else graded
    if outcome.broken is None:
        broken = check(test.get("expect") or {}, outcome)
        if broken:
            outcome.broke(broken)
    return {"id": test.get("id"), "title": test.get("title"), **result_of(outcome, program)}


def check(expect, run):
    """A Broken for the first thing that is not as the task wants it, or None."""
    answer = run.answer
    values = {name: ", ".join(answer.values(name)) if answer.values(name) else None for name in expect.get("headers") or {}}
    body = answer.body.decode("utf-8", "backslashreplace")
    checks = [
        ("status", "status {}", answer.status),
        *((("headers", name), f"{name}: {{}}", value) for name, value in values.items()),
        ("body", "body {}", body),
        ("blocks", "blocks {}", [block.decode("utf-8", "backslashreplace") for block in answer.blocks]),
        ("log", "log {}", run.log.text()),
        ("events", "events {}", [plain(event) for event in answer.events]),
    ]
    for field, form, got in checks:
        wanted = expect.get(field) if isinstance(field, str) else expect["headers"][field[1]]
        if isinstance(field, str) and field not in expect:
            continue
        if not (fits(wanted, got) if field == "events" else same_list(wanted, got) if field == ("headers", "allow") else wanted == got):
            return _unlike(run, form.format(_told(got)), form.format(_told(wanted)))
    wanted = expect.get("body_contains")
    if wanted is not None and wanted not in body:
        return _unlike(run, f"body {_told(body)}", f"a body with {_told(wanted)} in it")
    return None


def _unlike(run, sent, expected):
    """The Broken for a response that is not what was asked; a body that was not read to its end tells more."""
    if run.unread:
        return Broken("asgi-more-body", f"{sent}, after {run.unread}", f"{expected}, made of the whole body")
    return Broken("task", sent, expected)


def same_list(wanted, got):
    """Whether two lists with commas have the same members: order and spaces mean nothing (RFC 9110 section 5.6.1)."""
    return got is not None and sorted(part.strip() for part in wanted.split(",")) == sorted(part.strip() for part in got.split(","))


def fits(wanted, got):
    """Whether events are those that are wanted, in order: fields that are named must be equal."""
    return len(wanted) == len(got) and all(all(key in event and event[key] == value for key, value in wish.items()) for wish, event in zip(wanted, got))


def plain(value):
    """An event as JSON has it: bytes as text, tuples as lists."""
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    return value.decode("utf-8", "backslashreplace") if isinstance(value, bytes) else value


def _told(value):
    if value is None:
        return "(none)"
    text = json.dumps(value, ensure_ascii=False) if not isinstance(value, int) else str(value)
    return text if len(text) <= 300 else f"{text[:300]}…"


if __name__ == "__main__":
    import argparse

    from .command import finish, read, read_json, stop

    parser = argparse.ArgumentParser(prog="python3 -m grader.exercise", description="Grades a program for all requests of an exercise.")
    parser.add_argument("exercise", metavar="EXERCISE.json")
    parser.add_argument("app", metavar="APP.py")
    args = parser.parse_args()
    spec, source = read_json(parser, args.exercise), read(parser, args.app)
    if not isinstance(spec, dict):
        stop(parser, f'{args.exercise}: write an object with "interface" and "requests"')
    finish(parser, run, spec, source)
