import asyncio


async def app(scope, receive, send):
    async def listen():
        while (await receive())["type"] != "http.disconnect":
            pass

    async def stream():
        await send({"type": "http.response.start", "status": 200, "headers": [(b"content-type", b"text/plain")]})
        for part in (b"one", b"two"):
            await asyncio.sleep(0.01)
            await send({"type": "http.response.body", "body": part, "more_body": True})
        await send({"type": "http.response.body"})

    listening = asyncio.create_task(listen())
    await stream()
    await listening
