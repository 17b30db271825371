# rule: asgi-exception
async def app(scope, receive, send):
    number = int(scope["query_string"])  # here
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-type", b"text/plain")]})
    await send({"type": "http.response.body", "body": b"hello"})
