# rule: asgi-no-content
async def app(scope, receive, send):
    await send({"type": "http.response.start", "status": 204, "headers": [(b"content-length", b"0")]})
    await send({"type": "http.response.body"})  # here
