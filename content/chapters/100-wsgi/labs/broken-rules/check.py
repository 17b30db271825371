"""Asks the standard library's validator about each application of broken.py."""

from wsgiref.util import setup_testing_defaults
from wsgiref.validate import validator

from broken import APPS


# region: check
def verdict(app):
    environ = {"QUERY_STRING": ""}
    setup_testing_defaults(environ)
    try:
        blocks = validator(app)(environ, lambda *args: print)
        try:
            list(blocks)
        finally:
            blocks.close()
    except Exception as problem:
        return f"{type(problem).__name__}: {problem}"
    return "no complaint"


for name, app in APPS.items():
    print(f"{name:7} {verdict(app)}")
# endregion: check
