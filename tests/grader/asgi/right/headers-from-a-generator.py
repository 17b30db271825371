async def app(scope, receive, send):
    await send({"type": "http.response.start", "status": 200, "headers": ((name, b"1") for name in [b"x-a", b"x-b"])})
    await send({"type": "http.response.body", "body": b"hello"})
