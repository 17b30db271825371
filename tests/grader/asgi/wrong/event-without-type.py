# rule: asgi-event-dict
async def app(scope, receive, send):
    await send({"status": 200})  # here
    await send({"type": "http.response.body", "body": b"hello"})
