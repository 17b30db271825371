# rule: asgi-websocket-close-reason
async def app(scope, receive, send):
    await receive()
    await send({"type": "websocket.accept"})
    await send({"type": "websocket.close", "code": 1011, "reason": "why " * 40})  # here
