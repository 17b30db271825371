import sys


def app(environ, start_response):
    print("a request:", environ["PATH_INFO"])
    print("and to the log", file=sys.stderr)
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [b"hello"]
