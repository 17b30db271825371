# rule: wsgi-input-limit
def app(environ, start_response):
    body = environ["wsgi.input"].read(65536)  # here
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [body]
