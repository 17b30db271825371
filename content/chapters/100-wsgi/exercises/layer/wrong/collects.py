"""A layer that adds a header to every answer."""

import sys


class Rows:
    """Rows of a query. Whoever goes through them must close them."""

    def __init__(self, log):
        self.log = log

    def __iter__(self):
        yield b"The Long Way Back\n"
        yield b"A Shorter Way\n"

    def close(self):
        self.log.write("rows: closed\n")


def query(shelf, log):
    if shelf != "shelf=7":
        raise ValueError(shelf)
    return Rows(log)


HEADERS = [("Content-Type", "text/plain")]


def shop(environ, start_response):
    """The application inside. It stays as it is."""
    if environ.get("PATH_INFO") != "/books":
        start_response("404 Not Found", HEADERS)
        return [b"No such page.\n"]
    start_response("200 OK", HEADERS)
    try:
        rows = query(environ.get("QUERY_STRING", ""), environ["wsgi.errors"])
    except ValueError:
        start_response("400 Bad Request", HEADERS, sys.exc_info())
        return [b"Which shelf?\n"]
    return rows


def stamped(inner):
    def layer(environ, start_response):
        def start_stamped(status, headers, exc_info=None):
            return start_response(status, [*headers, ("X-Shop", "harbour")], exc_info)

        return list(inner(environ, start_stamped))

    return layer


app = stamped(shop)
