# rule: wsgi-errors-str
def app(environ, start_response):
    environ["wsgi.errors"].write(b"hello")  # here
    start_response("200 OK", [("Content-Type", "text/plain")])
    return []
