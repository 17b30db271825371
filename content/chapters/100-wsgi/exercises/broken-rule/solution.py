"""Looks books up."""

BOOKS = {"42": "The Long Way Back", "43": "Les Misérables"}
TEXT = [("Content-Type", "text/plain; charset=utf-8")]


def app(environ, start_response):
    number = environ.get("PATH_INFO", "").removeprefix("/books/")
    status, text = "200 OK", BOOKS.get(number)
    if text is None:
        status, text = "404 Not Found", "No such book."
    start_response(status, TEXT)
    return [text.encode(), b"\n"]
