# rule: wsgi-exception-late
import sys


def app(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/plain")])
    yield b"one"
    try:
        1 // 0  # here
    except ZeroDivisionError:
        start_response("500 Internal Server Error", [("Content-Type", "text/plain")], sys.exc_info())
