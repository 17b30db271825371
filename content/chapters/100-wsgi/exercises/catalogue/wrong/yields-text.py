"""A catalogue that is sent title by title."""


class Shelf:
    """Titles, one after the other. Whoever opens it must close it."""

    def __init__(self, log):
        self.log, self.taken = log, 0

    def __iter__(self):
        for title in ["The Long Way Back", "A Shorter Way", "Brontë at Sea"]:
            self.taken += 1
            yield title

    def close(self):
        self.log.write(f"shelf: closed, {self.taken} taken\n")


def app(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/plain; charset=utf-8")])
    return lines(environ["wsgi.errors"])


def lines(log):
    shelf = Shelf(log)
    try:
        for title in shelf:
            yield f"{title}\n"
    finally:
        shelf.close()
