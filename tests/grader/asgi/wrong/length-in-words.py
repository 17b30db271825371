# rule: asgi-content-length
async def app(scope, receive, send):
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"five")]})  # here
    await send({"type": "http.response.body", "body": b"hello"})
