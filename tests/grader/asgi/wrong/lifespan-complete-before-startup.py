# rule: asgi-lifespan-order
async def app(scope, receive, send):
    assert scope["type"] == "lifespan"
    await send({"type": "lifespan.startup.complete"})  # here
    await receive()
    await receive()
    await send({"type": "lifespan.shutdown.complete"})
