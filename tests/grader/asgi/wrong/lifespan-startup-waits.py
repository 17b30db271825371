# rule: asgi-lifespan-startup
async def app(scope, receive, send):
    assert scope["type"] == "lifespan"
    await receive()
    await receive()  # here
    await send({"type": "lifespan.startup.complete"})
    await send({"type": "lifespan.shutdown.complete"})
