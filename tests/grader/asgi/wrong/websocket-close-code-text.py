# rule: asgi-websocket-close-code
async def app(scope, receive, send):
    await receive()
    await send({"type": "websocket.accept"})
    await send({"type": "websocket.close", "code": "1000"})  # here
