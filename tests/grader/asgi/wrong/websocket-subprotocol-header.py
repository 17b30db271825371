# rule: asgi-websocket-subprotocol
async def app(scope, receive, send):
    await receive()
    await send({"type": "websocket.accept", "headers": [(b"sec-websocket-protocol", b"chat.v1")]})  # here
