"""The endpoint as an ASGI application."""

import json
from urllib.parse import parse_qs

from books import as_text, find


# region: app
async def app(scope, receive, send):
    if scope["type"] != "http":
        raise NotImplementedError(scope["type"])
    number = scope["path"].removeprefix("/books/")
    book = find(int(number)) if number.isdigit() else None
    if book is None:
        status, kind, body = 404, b"text/plain", "No such book\n"
    elif parse_qs(scope["query_string"]).get(b"fmt") == [b"json"]:
        status, kind, body = 200, b"application/json", json.dumps(book)
    else:
        status, kind, body = 200, b"text/plain; charset=utf-8", as_text(book)
    data = body.encode()
    headers = [(b"content-type", kind), (b"content-length", str(len(data)).encode())]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": data})
# endregion: app
