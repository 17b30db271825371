# rule: wsgi-start-response-late
def app(environ, start_response):
    yield b""
    start_response("200 OK", [("Content-Type", "text/plain")])  # here
    yield b"hello"
