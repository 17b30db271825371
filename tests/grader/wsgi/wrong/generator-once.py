# rule: wsgi-state
BODY = (block for block in [b"hello"])


def app(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/plain")])
    return BODY
