# rule: wsgi-hop-by-hop
def app(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/plain"), ("Upgrade", "websocket")])  # here
    return [b"hello"]
