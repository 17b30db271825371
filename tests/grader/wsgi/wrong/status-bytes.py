# rule: wsgi-status-str
def app(environ, start_response):
    start_response(b"200 OK", [("Content-Type", "text/plain")])  # here
    return [b"hello"]
