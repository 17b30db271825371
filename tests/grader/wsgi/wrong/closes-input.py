# rule: wsgi-streams
def app(environ, start_response):
    environ["wsgi.input"].close()  # here
    start_response("200 OK", [("Content-Type", "text/plain")])
    return []
