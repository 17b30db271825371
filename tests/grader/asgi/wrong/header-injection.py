# rule: asgi-header-value
async def app(scope, receive, send):
    await send({"type": "http.response.start", "status": 200, "headers": [(b"x-shop", b"harbour\r\nset-cookie: admin=1")]})  # here
    await send({"type": "http.response.body", "body": b"hello"})
