# rule: asgi-disconnect
async def app(scope, receive, send):
    body, more = b"", True
    while more:
        event = await receive()
        body += event["body"]  # here
        more = event["more_body"]
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-type", b"text/plain")]})
    await send({"type": "http.response.body", "body": b"hello"})
