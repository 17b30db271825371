# rule: asgi-await
async def app(scope, receive, send):
    event = receive()  # here
    body = event["body"]
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-type", b"text/plain")]})
    await send({"type": "http.response.body", "body": b"hello"})
