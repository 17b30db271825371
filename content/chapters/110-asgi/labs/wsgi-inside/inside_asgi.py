"""WSGI applications, wrapped for an ASGI server."""

import sys
import time

# region: wrap
from a2wsgi import WSGIMiddleware

from wsgi_bookshop import app as bookshop

app = WSGIMiddleware(bookshop)
# endregion: wrap

import second_thoughts

minds = WSGIMiddleware(second_thoughts.app)


def sleepy(environ, start_response):
    time.sleep(1)
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [b"awake\n"]


slow = WSGIMiddleware(sleepy)


def pages(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/plain")])
    made = 0
    try:
        for number in range(1, 6):
            yield b"page %d\n" % number
            made = number
            time.sleep(0.5)
    finally:
        print("pages made:", made, file=sys.stderr)


stream = WSGIMiddleware(pages)
