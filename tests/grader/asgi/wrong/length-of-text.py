# rule: asgi-content-length
async def app(scope, receive, send):
    text = "Les Misérables"
    headers = [(b"content-length", str(len(text)).encode())]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": text.encode()})  # here
