def app(environ, start_response):
    body = b"".join(environ["wsgi.input"])
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [body]
