"""A page that takes four seconds, for both kinds of server."""

import asyncio
import time


def wsgi(environ, start_response):
    time.sleep(4)
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [b"done\n"]


async def asgi(scope, receive, send):
    if scope["type"] != "http":
        return
    await asyncio.sleep(4)
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b"done\n"})
