def app(environ, start_response):
    environ.clear()
    environ["shop"] = 7
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [b"hello"]
