"""The endpoint as a WSGI application."""

import json
from urllib.parse import parse_qs

from books import as_text, find


# region: app
def app(environ, start_response):
    number = environ.get("PATH_INFO", "").removeprefix("/books/")
    book = find(int(number)) if number.isdigit() else None
    if book is None:
        status, kind, body = "404 Not Found", "text/plain", "No such book\n"
    elif parse_qs(environ.get("QUERY_STRING", "")).get("fmt") == ["json"]:
        status, kind, body = "200 OK", "application/json", json.dumps(book)
    else:
        status, kind, body = "200 OK", "text/plain; charset=utf-8", as_text(book)
    data = body.encode()
    start_response(status, [("Content-Type", kind), ("Content-Length", str(len(data)))])
    return [data]
# endregion: app
