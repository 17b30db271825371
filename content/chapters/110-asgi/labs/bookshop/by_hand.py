"""Plays the server: one request, without a network."""

import asyncio
from pprint import pprint

from bookshop import app

# region: call
scope = {
    "type": "http",
    "method": "GET",
    "path": "/books/42",
    "query_string": b"fmt=json",
    "headers": [(b"host", b"shop.test")],
}


async def receive():
    return {"type": "http.request", "body": b"", "more_body": False}


async def send(event):
    pprint(event, sort_dicts=False, width=62)


asyncio.run(app(scope, receive, send))
# endregion: call
