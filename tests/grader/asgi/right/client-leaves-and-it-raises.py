class ClientGone(Exception):
    pass


async def app(scope, receive, send):
    event = await receive()
    event = await receive()
    if event["type"] == "http.disconnect":
        raise ClientGone
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-type", b"text/plain")]})
    await send({"type": "http.response.body", "body": b"hello"})
