"""One book, two addresses, two methods."""

TEXT = ("Content-Type", "text/plain; charset=utf-8")


def app(environ, start_response):
    method, path = environ["REQUEST_METHOD"], environ.get("PATH_INFO", "")
    status, headers, body = "200 OK", [TEXT], b"The Long Way Back\n"
    if path == "/book/42":
        status, headers, body = "301 Moved Permanently", [TEXT, ("Location", "/books/42")], b"It has moved.\n"
    elif path != "/books/42":
        status, headers, body = "404 Not Found", [TEXT], b"No such page.\n"
    elif method not in ("GET", "HEAD"):
        status, headers, body = "405 Method Not Allowed", [TEXT, ("Allow", "GET, HEAD")], b"Only to be read.\n"

    start_response(status, [*headers, ("Content-Length", str(len(body)))])
    return [body]
