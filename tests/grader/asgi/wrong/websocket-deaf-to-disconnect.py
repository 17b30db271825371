# rule: asgi-websocket-disconnect
async def app(scope, receive, send):
    await receive()
    await send({"type": "websocket.accept"})
    while True:
        event = await receive()  # here
        if "text" in event:
            await send({"type": "websocket.send", "text": event["text"]})
