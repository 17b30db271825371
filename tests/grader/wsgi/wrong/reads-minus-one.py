# rule: wsgi-input-read
def app(environ, start_response):
    body = environ["wsgi.input"].read(-1)  # here
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [body]
