def app(environ, start_response):
    def blocks():
        start_response("200 OK", [("Content-Type", "text/plain")])
        yield b"hello"

    return blocks()
