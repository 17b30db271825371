# rule: asgi-exception
async def app(scope, receive, send):
    await receive()
    await send({"type": "websocket.accept"})
    event = await receive()
    int(event["text"])  # here
