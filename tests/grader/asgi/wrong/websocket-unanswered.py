# rule: asgi-websocket-accept
async def app(scope, receive, send):
    await receive()
    return
