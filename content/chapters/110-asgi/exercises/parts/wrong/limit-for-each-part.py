"""Takes orders, however many parts they come in, up to a limit."""

from urllib.parse import parse_qs

LIMIT = 100  # bytes


async def app(scope, receive, send):
    if scope["type"] != "http":
        raise NotImplementedError(scope["type"])
    body = await read_body(receive)
    if body is None:
        status, text = 413, "Too much.\n"
    else:
        title = parse_qs(body.decode()).get("title", ["nothing"])[0]
        status, text = 200, f"Ordered: {title}\n"
    headers = [(b"content-type", b"text/plain; charset=utf-8")]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": text.encode()})


async def read_body(receive):
    """The body, or None when it has more than LIMIT bytes."""
    body, more = b"", True
    while more:
        event = await receive()
        body += event.get("body", b"")
        if len(event.get("body", b"")) > LIMIT:
            return None
        more = event.get("more_body", False)
    return body
