# rule: wsgi-status-format
def app(environ, start_response):
    start_response("OK", [("Content-Type", "text/plain")])  # here
    return [b"hello"]
