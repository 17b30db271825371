"""Puts programs under the standard library's wsgiref.validate. Reads {name: {"source", "request"}} as JSON, writes
{name: what the validator says, or null}."""

import io
import json
import os
import sys
import warnings
from wsgiref.util import setup_testing_defaults
from wsgiref.validate import validator

from grader.request import Request


def complaint(source, request):
    namespace = {"__name__": "app"}
    exec(compile(source, "app.py", "exec"), namespace)
    app = namespace.get("app") or namespace["application"]
    environ = request.meta_variables()
    environ["wsgi.input"] = io.BytesIO(request.body or b"")
    setup_testing_defaults(environ)
    try:
        response = validator(app)(environ, lambda status, headers, exc_info=None: lambda data: None)
        try:
            for block in response:
                pass
        finally:
            response.close()
    except AssertionError as error:
        return str(error) or "a call that is not allowed"
    except Exception:
        return None  # of the program, not of the validator


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    os._exit = sys.exit
    said, out = {}, sys.stdout
    for name, program in json.load(sys.stdin).items():
        sys.stdout = sys.stderr = io.StringIO()
        try:
            said[name] = complaint(program["source"], Request(program["request"]))
        except (Exception, SystemExit):
            said[name] = None
    json.dump(said, out)
