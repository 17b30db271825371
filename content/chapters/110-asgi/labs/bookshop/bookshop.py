"""The bookshop as an ASGI application that fits one screen."""

import json
from urllib.parse import parse_qs

BOOKS = {"42": {"title": "The Long Way Back", "price": "18.00 EUR"}}


# region: app
async def app(scope, receive, send):
    if scope["type"] != "http":
        raise NotImplementedError(scope["type"])
    number = scope["path"].removeprefix("/books/")
    query = parse_qs(scope["query_string"].decode())
    book = BOOKS.get(number)

    if book is None:
        status, kind, text = 404, b"text/plain", "No such book."
    elif query.get("fmt") == ["json"]:
        status, kind, text = 200, b"application/json", json.dumps(book)
    else:
        status, kind, text = 200, b"text/plain; charset=utf-8", book["title"]

    body = text.encode() + b"\n"
    headers = [(b"content-type", kind), (b"content-length", b"%d" % len(body))]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
# endregion: app
