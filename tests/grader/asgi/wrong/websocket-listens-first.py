# rule: asgi-websocket-accept
async def app(scope, receive, send):
    await receive()
    event = await receive()  # here
    await send({"type": "websocket.accept"})
