# rule: wsgi-header-str
def app(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/plain"), ("ETag", None)])  # here
    return [b"hello"]
