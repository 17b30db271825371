# rule: wsgi-content-type
def app(environ, start_response):
    start_response("200 OK", [])  # here
    return [b"hello"]
