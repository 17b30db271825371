# rule: wsgi-header-str
def app(environ, start_response):
    start_response("200 OK", [(b"Content-Type", b"text/plain")])  # here
    return [b"hello"]
