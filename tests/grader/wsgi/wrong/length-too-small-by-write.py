# rule: wsgi-content-length
def app(environ, start_response):
    write = start_response("200 OK", [("Content-Type", "text/plain"), ("Content-Length", "5")])  # here
    write(b"hello")
    return [b" world"]
