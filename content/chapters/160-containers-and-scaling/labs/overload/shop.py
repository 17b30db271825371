"""A shop that needs 50 ms for each request, and counts what it did."""
import os
import time


def app(environ, start_response):
    time.sleep(0.05)
    with open(os.environ["DONE"], "a") as done:
        done.write(".")
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [b"The bookshop\n"]
