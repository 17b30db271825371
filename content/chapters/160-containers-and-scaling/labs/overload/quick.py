"""30 ms for each request."""
import time


def app(environ, start_response):
    time.sleep(0.03)
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [b"The bookshop\n"]
