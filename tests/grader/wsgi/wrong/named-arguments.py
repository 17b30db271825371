# rule: wsgi-start-response-arguments
def app(environ, start_response):
    start_response(status="200 OK", headers=[("Content-Type", "text/plain")])  # here
    return [b"hello"]
