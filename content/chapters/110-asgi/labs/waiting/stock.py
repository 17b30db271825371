"""One page, four ways to wait two seconds for the supplier's answer."""

import asyncio
import sys
import time


# region: blocking
async def blocking():
    time.sleep(2)
# endregion: blocking


# region: waiting
async def waiting():
    await asyncio.sleep(2)
# endregion: waiting


# region: thread
async def in_thread():
    await asyncio.to_thread(time.sleep, 2)
# endregion: thread


WAYS = {"/blocking": blocking, "/waiting": waiting, "/in-thread": in_thread}


async def app(scope, receive, send):
    if scope["type"] != "http":
        raise NotImplementedError(scope["type"])
    customer = scope["query_string"].decode()
    print(customer, "begins", file=sys.stderr)
    await WAYS[scope["path"]]()
    print(customer, "ends", file=sys.stderr)
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-type", b"text/plain")]})
    await send({"type": "http.response.body", "body": b"7 in stock\n"})
