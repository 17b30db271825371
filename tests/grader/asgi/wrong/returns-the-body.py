# rule: asgi-no-response
async def app(scope, receive, send):
    return b"hello"
