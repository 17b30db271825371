# rule: asgi-status-final
async def app(scope, receive, send):
    await send({"type": "http.response.start", "status": 100, "headers": [(b"content-type", b"text/plain")]})  # here
    await send({"type": "http.response.body", "body": b"hello"})
