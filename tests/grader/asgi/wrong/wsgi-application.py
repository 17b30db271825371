# rule: asgi-arguments
def app(environ, start_response):  # here
    start_response("200 OK", [])
    return [b"hello"]
