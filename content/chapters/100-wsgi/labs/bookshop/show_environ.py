"""Answers with the environ that the server made of the request."""


# region: app
def app(environ, start_response):
    lines = []
    for key, value in sorted(environ.items()):
        plain = isinstance(value, (str, bool, tuple))
        lines.append(f"{key} = {value!r}" if plain else f"{key} = <{type(value).__name__}>")

    body = "\n".join(lines).encode() + b"\n"
    start_response("200 OK", [("Content-Type", "text/plain; charset=utf-8")])
    return [body]
# endregion: app
