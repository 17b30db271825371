# rule: asgi-no-response
async def app(scope, receive, send):
    await receive()
