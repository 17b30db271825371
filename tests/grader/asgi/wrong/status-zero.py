# rule: asgi-status-int
async def app(scope, receive, send):
    await send({"type": "http.response.start", "status": 0, "headers": [(b"content-type", b"text/plain")]})  # here
    await send({"type": "http.response.body", "body": b"hello"})
