# rule: asgi-header-lower-case
async def app(scope, receive, send):
    await send({"type": "http.response.start", "status": 200, "headers": [(b"Content-Type", b"text/plain")]})  # here
    await send({"type": "http.response.body", "body": b"hello"})
