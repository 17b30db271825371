"""One book, two addresses, two methods."""

TEXT = ("Content-Type", "text/plain; charset=utf-8")


def app(environ, start_response):
    method, path = environ["REQUEST_METHOD"], environ.get("PATH_INFO", "")
    body = b"The Long Way Back\n"
    start_response("200 OK", [TEXT])
    return [body]
