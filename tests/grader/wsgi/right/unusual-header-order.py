def app(environ, start_response):
    start_response("200 OK", [("x-last", ""), ("content-length", "5"), ("Set-Cookie", "a=1"), ("Set-Cookie", "b=2"), ("Content-Type", "text/plain")])
    return [b"hello"]
