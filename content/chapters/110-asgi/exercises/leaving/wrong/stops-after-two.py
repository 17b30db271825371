"""News for as long as somebody reads them."""

import asyncio
import sys


async def left(receive):
    while (await receive())["type"] != "http.disconnect":
        pass


async def app(scope, receive, send):
    if scope["type"] != "http":
        raise NotImplementedError(scope["type"])
    headers = [(b"content-type", b"text/plain; charset=utf-8")]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    gone = asyncio.create_task(left(receive))
    number = 0
    while number < 2:
        number += 1
        await send({"type": "http.response.body", "body": b"news %d\n" % number, "more_body": True})
        await asyncio.sleep(0.02)
    print("the reader has left", file=sys.stderr)
