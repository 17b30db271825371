async def app(scope, receive, send):
    await receive()
    await send({"type": "websocket.close", "code": 1008})
