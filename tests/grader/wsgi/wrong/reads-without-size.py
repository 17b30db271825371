# rule: wsgi-input-read
def app(environ, start_response):
    body = environ["wsgi.input"].read()  # here
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [body]
