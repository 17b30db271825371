"""Takes reviews of authors, for ASGI."""


async def app(scope, receive, send):
    if scope["type"] != "http":
        raise NotImplementedError(scope["type"])
    author = scope["path"].removeprefix("/authors/")
    customer = dict(scope["headers"]).get(b"x-customer", b"Somebody").decode("latin-1")
    review = (await read_body(receive)).decode()

    text = f"{customer} on {author}: {review}\n"
    body = text.encode()
    headers = [
        (b"content-type", b"text/plain; charset=utf-8"),
        (b"content-length", str(len(body)).encode()),
    ]
    await send({"type": "http.response.start", "status": 201, "headers": headers})
    await send({"type": "http.response.body", "body": body})


async def read_body(receive):
    body, more = b"", True
    while more:
        event = await receive()
        body += event.get("body", b"")
        more = event.get("more_body", False)
    return body
