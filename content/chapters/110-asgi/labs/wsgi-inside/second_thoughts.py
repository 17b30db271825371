"""Announces a page, fails to make it, and announces an error page instead."""

import sys

TEXT = [("Content-Type", "text/plain")]


# region: app
def app(environ, start_response):
    start_response("200 OK", TEXT)
    try:
        return [make_page().encode()]
    except LookupError:
        start_response("500 Internal Server Error", TEXT, sys.exc_info())
        return [b"The shelf fell over.\n"]
# endregion: app


def make_page():
    raise LookupError("the shelf fell over")
