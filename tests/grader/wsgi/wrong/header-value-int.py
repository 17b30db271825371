# rule: wsgi-header-str
def app(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/plain"), ("Content-Length", 5)])  # here
    return [b"hello"]
