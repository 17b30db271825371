"""A router, and the shop's three views."""

import re

TEXT = ("Content-Type", "text/plain; charset=utf-8")


def show(environ, number):
    return "200 OK", f"Book {number}\n"


def order(environ, number):
    return "201 Created", f"Ordered: book {number}\n"


def forget(environ, number):
    return "200 OK", f"No more book {number}\n"


ROUTES = [
    ("GET", re.compile(r"/books/(\d+)"), show),
    ("DELETE", re.compile(r"/books/(\d+)"), forget),
    ("POST", re.compile(r"/books/(\d+)/orders"), order),
]


def app(environ, start_response):
    method, path = environ["REQUEST_METHOD"], environ.get("PATH_INFO", "")
    found = {name: (view, match) for name, pattern, view in ROUTES if (match := pattern.match(path))}
    headers = [TEXT]
    if method in found:
        view, match = found[method]
        status, text = view(environ, match[1])
    elif found:
        status, text = "405 Method Not Allowed", "Not in this way.\n"
        headers.append(("Allow", ", ".join(found)))
    else:
        status, text = "404 Not Found", "No such page.\n"
    start_response(status, headers)
    return [text.encode()]
