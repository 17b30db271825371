"""A shop that opens something when its process starts, and closes it at the end."""

import asyncio
import os
import sys


def note(*words):
    print("process", os.getpid(), *words, file=sys.stderr)


# region: lifespan
async def lifespan(scope, receive, send):
    assert (await receive())["type"] == "lifespan.startup"
    note("opens its database pool")
    scope["state"]["pool"] = "the pool"
    await send({"type": "lifespan.startup.complete"})

    assert (await receive())["type"] == "lifespan.shutdown"
    note("closes its database pool")
    await send({"type": "lifespan.shutdown.complete"})


async def app(scope, receive, send):
    if scope["type"] == "lifespan":
        await lifespan(scope, receive, send)
    elif scope["type"] == "http":
        await order(scope, receive, send)
    else:
        raise NotImplementedError(scope["type"])
# endregion: lifespan


# region: order
async def order(scope, receive, send):
    number, pool = scope["path"].removeprefix("/orders/"), scope["state"]["pool"]
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-type", b"text/plain")]})
    await send({"type": "http.response.body", "body": b"Thank you.\n"})

    await asyncio.sleep(1)
    note("sends the mail about order", number, "with", pool)
# endregion: order
