async def app(scope, receive, send):
    await receive()
    raise KeyError("no database")
