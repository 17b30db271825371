# rule: asgi-not-ended
async def app(scope, receive, send):
    await send({"type": "http.response.start", "status": 200, "trailers": True})
    await send({"type": "http.response.body", "body": b"hello"})  # here
