# rule: asgi-header-lower-case
async def app(scope, receive, send):
    await receive()
    await send({"type": "websocket.accept", "headers": [(b"X-Shop", b"harbour")]})  # here
