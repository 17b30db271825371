"""A shop that needs a while, for WSGI and for ASGI."""

import asyncio
import time
from urllib.parse import parse_qs

time.sleep(0.5)  # what a real application spends on its imports


def seconds(query):
    return float(parse_qs(query).get("s", ["0.05"])[0])


def app(environ, start_response):
    time.sleep(seconds(environ["QUERY_STRING"]))
    start_response("200 OK", [("Content-Length", "3")])
    return [b"v1\n"]


async def async_app(scope, receive, send):
    if scope["type"] != "http":
        raise NotImplementedError(scope["type"])
    await asyncio.sleep(seconds(scope["query_string"].decode()))
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"3")]})
    await send({"type": "http.response.body", "body": b"v1\n"})
