# rule: asgi-websocket-accept-once
async def app(scope, receive, send):
    await receive()
    await send({"type": "websocket.accept"})
    await send({"type": "websocket.accept"})  # here
