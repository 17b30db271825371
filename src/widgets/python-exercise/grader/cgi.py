"""Grades CGI programs (RFC 3875).

From src/widgets/python-exercise: `python3 -m grader.cgi APP.py [--request request.json]`.

A page can start no process. So the program runs in this one: its standard streams, environment and arguments are
replaced, its output is buffered as in a pipe, and `sys.exit` and `os._exit` end it. Each request gets a new one, as it should.
"""

from .cgi_response import read_response
from .cgi_streams import Exit, process
from .program import Program, stage
from .request import Request
from .verdict import Broken, Run, result_of

#: What a server puts into the environment besides the request.
SERVER = {"GATEWAY_INTERFACE": "CGI/1.1", "SERVER_SOFTWARE": "RequestPath/1", "PATH": "/usr/local/bin:/usr/bin:/bin"}


def grade(source, request=None, filename="app.py"):
    """The verdict on the program in `source` for `request` (grader/request.py), as a dict: grader/__init__.py."""
    program = Program(source, filename)
    run = grade_run(program, Request(request))
    return result_of(run, program)


def grade_run(program, request):
    """One start of the program."""
    run = Run("cgi")
    variables = _variables(request)
    length = int(variables.get("CONTENT_LENGTH") or 0)
    run.exchange.given = {**variables, "standard input": (request.body or b"")[:length]}
    with stage(program, run):
        output = _start(run, program, request.body or b"", length, variables)
    run.exchange.add("app", "standard output", bytes(output))
    run.output.write(output.decode("utf-8", "replace"))
    if run.broken is None:
        try:
            read_response(bytes(output), request.method, run.answer)
        except Broken as broken:
            run.broke(broken)
    return run


def _variables(request):
    """The environment of the program. A path below /cgi-bin/ names the program itself."""
    variables = request.meta_variables()
    folder, name, rest = ([*request.path.lstrip("/").split("/", 2), "", ""])[:3]
    if folder == "cgi-bin" and name:
        variables["SCRIPT_NAME"] = f"/cgi-bin/{name}"
        variables["PATH_INFO"] = f"/{rest}" if request.path.count("/") > 2 else ""
    else:
        variables["PATH_INFO"] = request.path
    if not variables["PATH_INFO"]:
        # NULL, which is as good as missing (RFC 3875 §4.1.5); Apache leaves it out.
        del variables["PATH_INFO"]
    return {**SERVER, **{name: value.replace("\0", "") for name, value in variables.items()}}


def _start(run, program, body, length, variables):
    raw = None
    try:
        with process(run, program.filename, body, length, variables) as raw:
            try:
                program.module("__main__")
            except Broken as broken:
                if not _exited(broken.cause, run):
                    if broken.rule == "python-error" and not isinstance(broken.cause, (SyntaxError, ModuleNotFoundError)):
                        broken.rule, broken.expected = "cgi-exception", "a program that comes to its end"
                    run.broke(broken)
    except Broken as broken:
        run.broke(broken)
    except Exit:
        pass
    return raw.data if raw else b""


def _exited(error, run):
    """Whether the program ended itself: by sys.exit(), whose text goes to standard error, or at once."""
    if isinstance(error, Exit):
        raise error
    if not isinstance(error, SystemExit):
        return False
    if error.code is not None and not isinstance(error.code, int):
        run.log.write(f"{error.code}\n")
    return True


if __name__ == "__main__":
    from .command import main

    main("cgi")
