"""Repeats what a customer says, as long as the customer stays."""


async def app(scope, receive, send):
    if scope["type"] != "websocket":
        raise NotImplementedError(scope["type"])

    await receive()
    await send({"type": "websocket.send", "text": "You said: nothing yet"})
    await send({"type": "websocket.accept"})
    while (event := await receive())["type"] == "websocket.receive":
        await send({"type": "websocket.send", "text": "You said: " + event["text"]})
