# rule: wsgi-exc-info-trapped
import sys


def app(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/plain")])  # here
    yield b"one"
    try:
        1 // 0
    except ZeroDivisionError:
        try:
            start_response("500 Internal Server Error", [("Content-Type", "text/plain")], sys.exc_info())
        except ZeroDivisionError:
            yield b"oops"
