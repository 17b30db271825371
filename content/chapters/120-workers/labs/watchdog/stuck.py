"""Three ways of being busy for nine seconds."""

import asyncio
import time

LONG = 9


def answer(start_response):
    start_response("200 OK", [("Content-Length", "5")])
    return [b"done\n"]


# region: ways
def app(environ, start_response):
    if environ["PATH_INFO"].endswith("/c"):
        sum(range(10**10))  # one call of C code, which Python cannot interrupt
    else:
        time.sleep(LONG)
    return answer(start_response)


async def async_app(scope, receive, send):
    if scope["type"] != "http":
        raise NotImplementedError(scope["type"])
    if scope["path"].endswith("/await"):
        await asyncio.sleep(LONG)
    else:
        time.sleep(LONG)
    # endregion: ways
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"5")]})
    await send({"type": "http.response.body", "body": b"done\n"})
