# rule: wsgi-streams
def app(environ, start_response):
    environ["wsgi.input"].seek(0)  # here
    start_response("200 OK", [("Content-Type", "text/plain")])
    return []
