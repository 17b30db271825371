# rule: asgi-header-name
async def app(scope, receive, send):
    await send({"type": "http.response.start", "status": 200, "headers": [(b":status", b"200")]})  # here
    await send({"type": "http.response.body", "body": b"hello"})
