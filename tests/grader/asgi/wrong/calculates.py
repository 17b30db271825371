# rule: asgi-blocking
def count():
    return sum(i * i for i in range(3_000_000))


async def app(scope, receive, send):
    count()
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-type", b"text/plain")]})
    await send({"type": "http.response.body", "body": b"hello"})
