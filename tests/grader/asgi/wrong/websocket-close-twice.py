# rule: asgi-websocket-closed
async def app(scope, receive, send):
    await receive()
    await send({"type": "websocket.close"})
    await send({"type": "websocket.close"})  # here
