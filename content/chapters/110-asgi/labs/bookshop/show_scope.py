"""Answers with the scope that the server made of the request."""


async def app(scope, receive, send):
    if scope["type"] != "http":
        raise NotImplementedError(scope["type"])
    lines = [f"{key} = {value!r}" for key, value in sorted(scope.items()) if key != "headers"]
    lines += [f"header {name!r}: {value!r}" for name, value in scope["headers"]]
    body = "\n".join(lines).encode() + b"\n"
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-type", b"text/plain; charset=utf-8")]})
    await send({"type": "http.response.body", "body": body})
