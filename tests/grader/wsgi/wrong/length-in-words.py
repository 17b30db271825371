# rule: wsgi-content-length
def app(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/plain"), ("Content-Length", "five")])  # here
    return [b"hello"]
