# rule: asgi-lifespan-order
async def app(scope, receive, send):
    assert scope["type"] == "lifespan"
    await receive()
    await send({"type": "lifespan.startup.complete"})
    await send({"type": "lifespan.startup.complete"})  # here
    await receive()
    await send({"type": "lifespan.shutdown.complete"})
