# rule: wsgi-status-final
def app(environ, start_response):
    start_response("103 Early Hints", [("Content-Type", "text/plain")])  # here
    return [b"hello"]
