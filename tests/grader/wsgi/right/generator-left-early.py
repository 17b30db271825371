def app(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/plain"), ("Content-Length", "6")])
    try:
        yield b"one"
        yield b"two"
    finally:
        environ["wsgi.errors"].write("closed\n")
