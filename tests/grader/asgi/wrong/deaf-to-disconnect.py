# rule: asgi-disconnect
async def app(scope, receive, send):
    body = b""
    while True:
        event = await receive()  # here
        body += event.get("body", b"")
        if event["type"] == "http.request" and not event["more_body"]:
            break
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-type", b"text/plain")]})
    await send({"type": "http.response.body", "body": b"hello"})
