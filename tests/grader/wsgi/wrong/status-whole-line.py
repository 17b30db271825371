# rule: wsgi-status-format
def app(environ, start_response):
    start_response("HTTP/1.1 200 OK", [("Content-Type", "text/plain")])  # here
    return [b"hello"]
