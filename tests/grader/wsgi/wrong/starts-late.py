# rule: wsgi-start-response-late
def app(environ, start_response):
    yield b"hello"
    start_response("200 OK", [("Content-Type", "text/plain")])  # here
