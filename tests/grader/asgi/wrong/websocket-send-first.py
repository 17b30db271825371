# rule: asgi-websocket-accept
async def app(scope, receive, send):
    await receive()
    await send({"type": "websocket.send", "text": "hello"})  # here
    await send({"type": "websocket.accept"})
