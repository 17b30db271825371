"""Takes reviews of authors, for WSGI. It works."""


def app(environ, start_response):
    path = environ.get("PATH_INFO", "").encode("latin-1").decode()
    author = path.removeprefix("/authors/")
    customer = environ.get("HTTP_X_CUSTOMER", "Somebody")
    length = int(environ.get("CONTENT_LENGTH") or 0)
    review = environ["wsgi.input"].read(length).decode()

    text = f"{customer} on {author}: {review}\n"
    body = text.encode()
    headers = [
        ("Content-Type", "text/plain; charset=utf-8"),
        ("Content-Length", str(len(body))),
    ]
    start_response("201 Created", headers)
    return [body]
