# rule: asgi-unknown-scope
async def app(scope, receive, send):
    await receive()  # here
