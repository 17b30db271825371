# rule: asgi-lifespan-shutdown
async def app(scope, receive, send):
    assert scope["type"] == "lifespan"
    while True:
        event = await receive()  # here
        await send({"type": event["type"] + ".complete"})
