"""Applications that break one rule each, and the router that serves them."""

TEXT = [("Content-Type", "text/plain; charset=utf-8")]


# region: text
def text(environ, start_response):
    start_response("200 OK", TEXT)
    return ["The Long Way Back"]
# endregion: text


def bare(environ, start_response):
    start_response("200 OK", TEXT)
    return b"The Long Way Back"


# region: short
def short(environ, start_response):
    title = "Les Misérables"
    start_response("200 OK", [*TEXT, ("Content-Length", str(len(title)))])
    return [title.encode()]
# endregion: short


def long(environ, start_response):
    start_response("200 OK", [*TEXT, ("Content-Length", "100")])
    return [b"The Long Way Back"]


def twice(environ, start_response):
    start_response("200 OK", TEXT)
    start_response("404 Not Found", TEXT)
    return [b"No such book."]


def never(environ, start_response):
    return [b"The Long Way Back"]


def number(environ, start_response):
    start_response(200, TEXT)
    return [b"The Long Way Back"]


def hop(environ, start_response):
    start_response("200 OK", [*TEXT, ("Connection", "keep-alive")])
    return [b"The Long Way Back"]


def late(environ, start_response):
    start_response("200 OK", TEXT)
    yield b"The Long Way Back\n"
    raise LookupError("the shelf fell over")


APPS = {app.__name__: app for app in (text, bare, short, long, twice, never, number, hop, late)}


def app(environ, start_response):
    return APPS[environ["PATH_INFO"].strip("/")](environ, start_response)
