async def app(scope, receive, send):
    await receive()
    await send({"type": "websocket.accept"})
    for number in range(100):
        await send({"type": "websocket.send", "text": str(number)})
