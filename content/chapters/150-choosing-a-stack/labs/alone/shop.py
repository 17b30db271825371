"""A small ASGI application that says who answers, and what it believes about the visitor."""

import os


async def app(scope, receive, send):
    if scope["type"] != "http":
        raise NotImplementedError(scope["type"])
    if scope["path"] == "/pid":
        body = b"%d" % os.getpid()
    else:
        body = f"{scope['server'][0]}: visitor {scope['client'][0]}, by {scope['scheme']}\n".encode()
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-type", b"text/plain")]})
    await send({"type": "http.response.body", "body": body})
