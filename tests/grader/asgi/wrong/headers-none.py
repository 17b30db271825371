# rule: asgi-headers
async def app(scope, receive, send):
    await send({"type": "http.response.start", "status": 200, "headers": None})  # here
    await send({"type": "http.response.body", "body": b"hello"})
