"""Greets by name, and breaks one rule."""

from urllib.parse import parse_qs


# region: app
async def app(scope, receive, send):
    if scope["type"] != "http":
        raise NotImplementedError(scope["type"])
    query = parse_qs(scope["query_string"].decode())
    name = query.get("name", ["stranger"])[0]
    body = f"Hello, {name}.\n".encode()
    length = str(len(body)).encode()
    headers = [(b"content-type", "text/plain"), (b"content-length", length)]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": body})
# endregion: app
