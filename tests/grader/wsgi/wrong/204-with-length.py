# rule: wsgi-no-content
def app(environ, start_response):
    start_response("204 No Content", [("Content-Length", "0")])  # here
    return []
