# rule: asgi-lifespan-startup
async def app(scope, receive, send):
    assert scope["type"] == "lifespan"
    await receive()
    pool = ["connection"]
