# rule: asgi-event-type
async def app(scope, receive, send):
    await send({"type": "http.response.begin", "status": 200})  # here
    await send({"type": "http.response.body", "body": b"hello"})
