"""Answers at once, or after the wait that the query asks for."""

import os
import time


# region: app
def app(environ, start_response):
    if environ["QUERY_STRING"] == "slow":
        time.sleep(2)
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [f"answered by process {os.getpid()}\n".encode()]
# endregion: app


async def async_app(scope, receive, send):
    if scope["type"] != "http":
        raise NotImplementedError(scope["type"])
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": f"answered by process {os.getpid()}\n".encode()})
