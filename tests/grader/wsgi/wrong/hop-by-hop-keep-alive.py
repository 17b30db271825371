# rule: wsgi-hop-by-hop
def app(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/plain"), ("Keep-Alive", "timeout=5")])  # here
    return [b"hello"]
