# rule: wsgi-start-response-twice
def app(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/plain")])
    if environ["PATH_INFO"] != "/books":
        start_response("404 Not Found", [("Content-Type", "text/plain")])  # here
    return [b"hello"]
