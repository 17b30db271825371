# rule: wsgi-content-length
def app(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/plain"), ("Content-Length", "-1")])  # here
    return [b"hello"]
