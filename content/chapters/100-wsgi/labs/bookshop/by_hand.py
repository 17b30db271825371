"""Calls the bookshop as a server would, without a server."""

import io
import sys

from bookshop import app

# region: call
environ = {
    "REQUEST_METHOD": "GET", "SCRIPT_NAME": "", "PATH_INFO": "/books/42",
    "QUERY_STRING": "fmt=json", "SERVER_PROTOCOL": "HTTP/1.1",
    "SERVER_NAME": "shop.test", "SERVER_PORT": "80",
    "wsgi.version": (1, 0), "wsgi.url_scheme": "http",
    "wsgi.input": io.BytesIO(), "wsgi.errors": sys.stderr,
    "wsgi.multithread": False, "wsgi.multiprocess": False,
    "wsgi.run_once": True,
}


def start_response(status, headers, exc_info=None):
    print("noted:", status, headers)
    return lambda data: print("written:", data)


result = app(environ, start_response)
for block in result:
    print("block:", block)
if hasattr(result, "close"):
    result.close()
# endregion: call
