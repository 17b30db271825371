# rule: asgi-exception-late
async def app(scope, receive, send):
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-type", b"text/plain")]})
    raise RuntimeError("the database has gone")  # here
