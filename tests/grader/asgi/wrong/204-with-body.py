# rule: asgi-no-content
async def app(scope, receive, send):
    await send({"type": "http.response.start", "status": 204})
    await send({"type": "http.response.body", "body": b"hello"})  # here
