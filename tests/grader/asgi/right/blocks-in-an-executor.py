import asyncio
import time


async def app(scope, receive, send):
    loop = asyncio.get_running_loop()
    await loop.run_in_executor(None, time.sleep, 0.2)
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-type", b"text/plain")]})
    await send({"type": "http.response.body", "body": b"hello"})
