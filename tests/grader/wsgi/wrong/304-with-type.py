# rule: wsgi-no-content
def app(environ, start_response):
    start_response("304 Not Modified", [("Content-Type", "text/plain")])  # here
    return []
