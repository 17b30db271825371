"""An ASGI application, which a WSGI server cannot call."""


async def app(scope, receive, send):
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b"The Long Way Back\n"})
