# rule: wsgi-len
class Blocks:
    def __len__(self):
        return 1

    def __iter__(self):
        yield b"one"
        yield b"two"


def app(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/plain")])
    return Blocks()
