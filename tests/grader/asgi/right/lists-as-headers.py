async def app(scope, receive, send):
    await send({"type": "http.response.start", "status": 200, "headers": [[b"x-b", b"2"], [b"set-cookie", b"a=1"], [b"set-cookie", b"b=2"], [b"content-length", b"5"]]})
    await send({"type": "http.response.body", "body": b"hello"})
