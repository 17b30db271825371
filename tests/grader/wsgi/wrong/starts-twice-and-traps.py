# rule: wsgi-start-response-twice
def app(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/plain")])
    try:
        start_response("404 Not Found", [("Content-Type", "text/plain")])  # here
    except Exception:
        pass
    return [b"hello"]
