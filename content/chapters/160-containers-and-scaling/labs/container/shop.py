"""The shop, small enough for a container."""
import time


def app(environ, start_response):
    if environ["PATH_INFO"] == "/slow":
        time.sleep(1)
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [b"The bookshop\n"]
