"""Says whom and what this app believes, and what was written in the header."""


# region: app
async def app(scope, receive, send):
    if scope["type"] != "http":
        raise NotImplementedError(scope["type"])
    client = scope["client"] and scope["client"][0]
    header = dict(scope["headers"]).get(b"x-forwarded-for", b"nothing").decode()
    text = f"believes {client} by {scope['scheme']}; was told {header}\n"
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": text.encode()})
# endregion: app
