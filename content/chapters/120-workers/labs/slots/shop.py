"""Every answer takes half a second, because a supplier far away is asked for the price."""

import asyncio
import time

SECONDS = 0.5


# region: wsgi
def wsgi_app(environ, start_response):
    time.sleep(SECONDS)  # stands for: ask the supplier, wait for the answer
    start_response("200 OK", [("Content-Length", "3")])
    return [b"ok\n"]
# endregion: wsgi


# region: asgi
async def asgi_app(scope, receive, send):
    if scope["type"] != "http":
        raise NotImplementedError(scope["type"])
    if scope["path"] == "/await":
        await asyncio.sleep(SECONDS)  # the loop may do something else meanwhile
    else:
        time.sleep(SECONDS)  # the loop stands still
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"3")]})
    await send({"type": "http.response.body", "body": b"ok\n"})
# endregion: asgi
