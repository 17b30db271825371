"""Asks the supplier, who takes a moment."""

import asyncio
import time

COPIES = {"42": 7, "43": 1}


def ask(number):
    """The supplier's old library: comes back when the answer is there."""
    time.sleep(0.3)
    return COPIES.get(number, 0)


async def ask_async(number):
    """The supplier's new library: the same answer, to be awaited."""
    await asyncio.sleep(0.3)
    return COPIES.get(number, 0)


async def app(scope, receive, send):
    if scope["type"] != "http":
        raise NotImplementedError(scope["type"])
    number = scope["path"].removeprefix("/stock/")
    copies = await ask_async(number)
    headers = [(b"content-type", b"text/plain; charset=utf-8")]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": b"%d in stock\n" % copies})
