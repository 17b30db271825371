async def app(scope, receive, send):
    event = await receive()
    while event.get("more_body"):
        event = await receive()
    if event["type"] == "http.disconnect":
        return
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-type", b"text/plain")]})
    await send({"type": "http.response.body", "body": b"hello"})
