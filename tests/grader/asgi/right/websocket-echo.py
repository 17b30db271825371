async def app(scope, receive, send):
    await receive()
    await send({"type": "websocket.accept", "subprotocol": "chat.v1", "headers": [(b"x-shop", b"harbour")]})
    while True:
        event = await receive()
        if event["type"] == "websocket.disconnect":
            break
        if event.get("text") is not None:
            await send({"type": "websocket.send", "text": event["text"]})
        else:
            await send({"type": "websocket.send", "bytes": event["bytes"], "text": None})
