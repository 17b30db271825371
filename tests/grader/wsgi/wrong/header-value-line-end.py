# rule: wsgi-header-value
def app(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/plain\n")])  # here
    return [b"hello"]
