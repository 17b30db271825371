"""Repeats what a customer wrote."""


def app(environ, start_response):
    length = int(environ.get("CONTENT_LENGTH") or 0)
    review = environ["wsgi.input"].read(length).decode()
    text = f"You wrote: {review}\n"
    body = text.encode()
    headers = [
        ("Content-Type", "text/plain; charset=utf-8"),
        ("Content-Length", str(len(body))),
    ]
    start_response("200 OK", headers)
    return [body]
