"""A body that must be closed, under a layer that forgets and one that does not."""

from wsgiref.validate import validator


# region: cursor
class Cursor:
    """Rows of a query. Whoever iterates must call close() afterwards."""

    def __init__(self, log):
        self.log = log

    def __iter__(self):
        yield b"the long way back\n"
        yield b"a shorter way\n"

    def close(self):
        self.log.write("cursor: closed\n")


def app(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/plain")])
    return Cursor(environ["wsgi.errors"])
# endregion: cursor


# region: layers
def forgetful(inner):
    def layer(environ, start_response):
        blocks = inner(environ, start_response)
        return (block.upper() for block in blocks)

    return layer


class Upper:
    """Capital letters, block by block."""

    def __init__(self, blocks):
        self.blocks = blocks

    def __iter__(self):
        return (block.upper() for block in self.blocks)

    def close(self):
        if hasattr(self.blocks, "close"):
            self.blocks.close()


def careful(inner):
    return lambda environ, start_response: Upper(inner(environ, start_response))
# endregion: layers


SITES = {
    "/careful": careful(app),
    "/forgetful": forgetful(app),
    "/checked": forgetful(validator(app)),
}


def site(environ, start_response):
    environ["wsgi.errors"].write(environ["PATH_INFO"] + "\n")
    return SITES[environ["PATH_INFO"]](environ, start_response)
