# rule: wsgi-no-content
def app(environ, start_response):
    start_response("304 Not Modified", [("ETag", '"1"')])  # here
    return [b"hello"]
