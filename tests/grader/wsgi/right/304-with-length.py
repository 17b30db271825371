def app(environ, start_response):
    start_response("304 Not Modified", [("ETag", '"1"'), ("Content-Length", "500")])
    return []
