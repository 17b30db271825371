# rule: asgi-await
async def app(scope, receive, send):
    send({"type": "http.response.start", "status": 200, "headers": [(b"content-type", b"text/plain")]})  # here
    await send({"type": "http.response.body", "body": b"hello"})
