# rule: asgi-websocket-subprotocol
async def app(scope, receive, send):
    await receive()
    await send({"type": "websocket.accept", "subprotocol": "chat.v2"})  # here
