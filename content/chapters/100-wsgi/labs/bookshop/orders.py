"""Reads the body of a request."""

from urllib.parse import parse_qs


# region: app
def app(environ, start_response):
    length = int(environ.get("CONTENT_LENGTH") or 0)
    form = parse_qs(environ["wsgi.input"].read(length).decode())
    environ["wsgi.errors"].write(f"order: {form}\n")

    start_response("201 Created", [("Content-Type", "text/plain")])
    return [b"Thank you.\n"]
# endregion: app
