# rule: asgi-state
seen = []


async def app(scope, receive, send):
    seen.append(1)
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-type", b"text/plain")]})
    await send({"type": "http.response.body", "body": b"%d" % len(seen)})
