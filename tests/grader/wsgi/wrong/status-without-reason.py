# rule: wsgi-status-format
def app(environ, start_response):
    start_response("200", [("Content-Type", "text/plain")])  # here
    return [b"hello"]
