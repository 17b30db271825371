"""The bookshop as a WSGI application that fits one screen."""

import json
from urllib.parse import parse_qs

BOOKS = {"42": {"title": "The Long Way Back", "price": "18.00 EUR"}}


# region: app
def app(environ, start_response):
    number = environ.get("PATH_INFO", "").removeprefix("/books/")
    query = parse_qs(environ.get("QUERY_STRING", ""))
    book = BOOKS.get(number)

    if book is None:
        status, kind, text = "404 Not Found", "text/plain", "No such book."
    elif query.get("fmt") == ["json"]:
        status, kind, text = "200 OK", "application/json", json.dumps(book)
    else:
        status, kind, text = "200 OK", "text/plain; charset=utf-8", book["title"]

    body = text.encode() + b"\n"
    headers = [("Content-Type", kind), ("Content-Length", str(len(body)))]
    start_response(status, headers)
    return [body]
# endregion: app
