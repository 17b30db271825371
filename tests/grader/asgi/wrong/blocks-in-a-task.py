# rule: asgi-blocking
import asyncio
from time import sleep


async def look_up():
    sleep(0.2)  # here


async def app(scope, receive, send):
    await asyncio.gather(look_up(), look_up())
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-type", b"text/plain")]})
    await send({"type": "http.response.body", "body": b"hello"})
