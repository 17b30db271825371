async def app(scope, receive, send):
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-type", b"text/plain")]})
    try:
        for number in range(100):
            await send({"type": "http.response.body", "body": b"%d " % number, "more_body": True})
    except OSError:
        print("gone")
