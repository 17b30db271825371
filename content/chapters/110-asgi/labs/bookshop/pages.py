"""A streamed answer that notices when its reader leaves."""

import asyncio
import sys


# region: app
async def left(receive):
    while (await receive())["type"] != "http.disconnect":
        pass


async def app(scope, receive, send):
    if scope["type"] != "http":
        raise NotImplementedError(scope["type"])
    gone = asyncio.create_task(left(receive))
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-type", b"text/plain")]})

    for number in range(1, 6):
        if gone.done():
            print("the reader left before page", number, file=sys.stderr)
            return
        await send({"type": "http.response.body", "body": b"page %d\n" % number, "more_body": True})
        await asyncio.sleep(0.5)
    await send({"type": "http.response.body"})
# endregion: app
