# rule: wsgi-header-tuple
def app(environ, start_response):
    start_response("200 OK", [["Content-Type", "text/plain"]])  # here
    return [b"hello"]
