"""A chat with the bookseller: one call for one connection."""

import sys


def note(*words):
    print("chat:", *words, file=sys.stderr)


# region: app
async def app(scope, receive, send):
    if scope["type"] != "websocket":
        raise NotImplementedError(scope["type"])

    note("in ", await receive())
    if scope["query_string"] != b"token=s3cret":
        await send({"type": "websocket.close", "code": 4003, "reason": "no token"})
        return
    await send({"type": "websocket.accept"})

    while (event := await receive())["type"] == "websocket.receive":
        note("in ", event)
        if event["text"] == "bye":
            await send({"type": "websocket.close", "code": 4000, "reason": "see you"})
            return
        await send({"type": "websocket.send", "text": "You said: " + event["text"]})
    note("in ", event)
# endregion: app
