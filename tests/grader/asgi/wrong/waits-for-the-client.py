# rule: asgi-no-response
async def app(scope, receive, send):
    event = await receive()
    while event["type"] != "http.disconnect":
        event = await receive()
