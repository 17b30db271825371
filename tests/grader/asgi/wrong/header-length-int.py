# rule: asgi-header-bytes
async def app(scope, receive, send):
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", 5)]})  # here
    await send({"type": "http.response.body", "body": b"hello"})
