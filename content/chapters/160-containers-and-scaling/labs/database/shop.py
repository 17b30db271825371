"""Each request: 40 ms of the app's own, then 20 ms in a database that does one thing at a time."""
import time
import urllib.request


def database(environ, start_response):
    time.sleep(0.02)
    start_response("200 OK", [])
    return [b"42"]


def app(environ, start_response):
    time.sleep(0.04)
    with urllib.request.urlopen("http://127.0.0.1:5432/") as answer:
        book = answer.read()
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [book]
