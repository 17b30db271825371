"""Repeats what a customer wrote."""


def app(environ, start_response):
    review = "nothing yet"
    text = f"You wrote: {review}\n"
    body = text.encode()
    headers = [
        ("Content-Type", "text/plain; charset=utf-8"),
        ("Content-Length", str(len(body))),
    ]
    start_response("200 OK", headers)
    return [body]
