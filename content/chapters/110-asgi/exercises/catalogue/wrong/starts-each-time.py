"""A catalogue that is sent title by title."""

TITLES = ["The Long Way Back", "A Shorter Way", "Brontë at Sea"]


async def app(scope, receive, send):
    if scope["type"] != "http":
        raise NotImplementedError(scope["type"])
    headers = [(b"content-type", b"text/plain; charset=utf-8")]
    for title in TITLES:
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": f"{title}\n".encode(), "more_body": True})
    await send({"type": "http.response.body"})
