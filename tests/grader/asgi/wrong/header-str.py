# rule: asgi-header-bytes
async def app(scope, receive, send):
    await send({"type": "http.response.start", "status": 200, "headers": [("content-type", "text/plain")]})  # here
    await send({"type": "http.response.body", "body": b"hello"})
