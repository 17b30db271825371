# rule: asgi-status-int
async def app(scope, receive, send):
    await send({"type": "http.response.start", "headers": []})  # here
    await send({"type": "http.response.body", "body": b"hello"})
