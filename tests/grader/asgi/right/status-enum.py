from http import HTTPStatus


async def app(scope, receive, send):
    await send({"type": "http.response.start", "status": HTTPStatus.NOT_FOUND, "headers": [(b"content-type", b"text/plain")]})
    await send({"type": "http.response.body", "body": b"hello"})
