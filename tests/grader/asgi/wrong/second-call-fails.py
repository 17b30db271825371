# rule: asgi-state
parts = [b"hello"]


async def app(scope, receive, send):
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-type", b"text/plain")]})
    await send({"type": "http.response.body", "body": parts.pop()})  # here
