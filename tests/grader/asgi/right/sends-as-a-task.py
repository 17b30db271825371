import asyncio


async def app(scope, receive, send):
    await asyncio.create_task(send({"type": "http.response.start", "status": 200, "headers": [(b"content-type", b"text/plain")]}))
    await asyncio.gather(send({"type": "http.response.body", "body": b"hello"}))
