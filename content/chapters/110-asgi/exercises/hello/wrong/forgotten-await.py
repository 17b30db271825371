"""Greets every visitor, as a coroutine."""


async def app(scope, receive, send):
    if scope["type"] != "http":
        raise NotImplementedError(scope["type"])
    body = "Welcome to the bookshop.\n".encode()
    headers = [
        (b"content-type", b"text/plain; charset=utf-8"),
        (b"content-length", b"%d" % len(body)),
    ]
    send({"type": "http.response.start", "status": 200, "headers": headers})
    send({"type": "http.response.body", "body": body})
