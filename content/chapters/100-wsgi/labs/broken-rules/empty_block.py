"""Yields an empty block before it changes its mind."""

import sys

TEXT = [("Content-Type", "text/plain")]


def app(environ, start_response):
    start_response("200 OK", TEXT)
    yield b""
    try:
        raise LookupError("the shelf fell over")
    except LookupError:
        start_response("500 Internal Server Error", TEXT, sys.exc_info())
        yield b"The shelf fell over.\n"
