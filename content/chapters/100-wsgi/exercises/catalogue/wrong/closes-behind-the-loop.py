"""A catalogue that is sent title by title."""


class Shelf:
    """Titles, one after the other. Whoever opens it must close it."""

    def __init__(self, log):
        self.log = log

    def __iter__(self):
        return iter(["The Long Way Back", "A Shorter Way", "Brontë at Sea"])

    def close(self):
        self.log.write("shelf: closed\n")


def app(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/plain; charset=utf-8")])
    return lines(environ["wsgi.errors"])


def lines(log):
    shelf = Shelf(log)
    for title in shelf:
        yield f"{title}\n".encode()
    shelf.close()
