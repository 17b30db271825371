# rule: asgi-blocking
import time


async def app(scope, receive, send):
    time.sleep(0.2)  # here
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-type", b"text/plain")]})
    await send({"type": "http.response.body", "body": b"hello"})
