"""Grades WSGI applications (PEP 3333): what `wsgiref.validate` refuses, and what it misses.

From src/widgets/python-exercise: `python3 -m grader.wsgi APP.py [--request request.json]`.

Beyond the validator it counts: bytes against Content-Length, calls of start_response, blocks against `len()`; it calls
close(), and calls the application again. It is milder in two places, where the specifications are: a response without
content needs no Content-Type, and the name of a header may have any character of a token.
"""

from .program import Program, stage, start_chance
from .request import Request
from .verdict import Broken, Run, result_of
from .wsgi_server import Server


def grade(source, request=None, filename="app.py"):
    """The verdict on the application in `source` for `request` (grader/request.py), as a dict: grader/__init__.py."""
    program = Program(source, filename)
    run = grade_run(program, Request(request))
    return result_of(run, program)


def grade_run(program, request):
    """The first run, with a verdict that also knows the second one: state that was kept is broken rule wsgi-state."""
    first, second = _calls(program, request, 2 if request.twice else 1)
    if first.broken is not None or second is None or second.same_as(first):
        return first
    # It differs. By what it kept, or by itself (time, chance)? New processes tell.
    again, second_again = _calls(program, request, 2)
    if again.same_as(first) and second_again.same_as(second):
        first.broke(state_kept(first, second, "wsgi-state"))
    return first


def _calls(program, request, times):
    """The runs of so many calls in one process: two of them; None for what was not called."""
    first, second = Run("wsgi"), Run("wsgi") if times > 1 else None
    with stage(program, first):
        try:
            app = _application(program, request)
        except Broken as broken:
            first.broke(broken)
            return first, None
        start_chance()
        Server(first, program, request).serve(app)
        if second:
            with stage(program, second):
                Server(second, program, request).serve(app)
    return first, second


def _application(program, request):
    if not request.middleware:
        return program.application()
    layer = getattr(program.module(), request.middleware, None)
    if layer is None:
        raise Broken("app-missing", f"a file without {request.middleware}", f"the middleware under the name `{request.middleware}`")
    return layer


def state_kept(first, second, rule):
    """The Broken for a program whose second answer differs from the first."""
    if second.broken is not None:
        told = f"the second time {second.broken.sent}"
    else:
        pairs = (("status", "status"), ("headers", "headers"), ("body", "body"))
        what, name = next((pair for pair in pairs if getattr(first.answer, pair[1]) != getattr(second.answer, pair[1])), ("reason", "reason"))
        told = f"{what} the first time: {_short(getattr(first.answer, name))}; the second time: {_short(getattr(second.answer, name))}"
    return Broken(rule, told, "the same answer to the same request: nothing of a request is kept in the module", second.broken and second.broken.line)


def _short(value):
    text = repr(value)
    return text if len(text) <= 120 else f"{text[:120]}…"


if __name__ == "__main__":
    from .command import main

    main("wsgi")
