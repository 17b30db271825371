# rule: wsgi-exception-late
def app(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/plain")])
    yield b"one"
    yield b"%d" % (1 // 0)  # here
