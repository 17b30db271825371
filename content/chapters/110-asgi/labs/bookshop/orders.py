"""Reads a form, event by event."""

import sys
from urllib.parse import parse_qs


# region: app
async def read_body(receive):
    body, more = b"", True
    while more:
        event = await receive()
        body += event.get("body", b"")
        more = event.get("more_body", False)
    return body


async def app(scope, receive, send):
    if scope["type"] != "http":
        raise NotImplementedError(scope["type"])
    form = parse_qs((await read_body(receive)).decode())
    print("order:", form, file=sys.stderr)
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-type", b"text/plain")]})
    await send({"type": "http.response.body", "body": b"Thank you.\n"})
# endregion: app
