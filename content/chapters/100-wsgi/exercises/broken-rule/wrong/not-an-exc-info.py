"""Looks books up."""

BOOKS = {"42": "The Long Way Back", "43": "Les Misérables"}
TEXT = [("Content-Type", "text/plain; charset=utf-8")]


def app(environ, start_response):
    number = environ.get("PATH_INFO", "").removeprefix("/books/")
    start_response("200 OK", TEXT)
    try:
        text = BOOKS[number]
    except KeyError as error:
        start_response("404 Not Found", TEXT, error)
        text = "No such book."
    return [text.encode(), b"\n"]
