# rule: asgi-awaitable
async def app(scope, receive, send):  # here
    yield b"hello"
