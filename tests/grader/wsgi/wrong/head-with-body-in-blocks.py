# rule: wsgi-head-body
def app(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/plain")])  # here
    for block in [b"one", b"two"]:
        yield block
