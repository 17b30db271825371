"""Repeats what a customer wrote."""


REVIEWS = []


def app(environ, start_response):
    length = int(environ.get("CONTENT_LENGTH") or 0)
    review = environ["wsgi.input"].read(length).decode()
    REVIEWS.append(review)
    text = f"You wrote: {' '.join(REVIEWS)}\n"
    body = text.encode()
    headers = [
        ("Content-Type", "text/plain; charset=utf-8"),
        ("Content-Length", str(len(body))),
    ]
    start_response("200 OK", headers)
    return [] if environ["REQUEST_METHOD"] == "HEAD" else [body]
