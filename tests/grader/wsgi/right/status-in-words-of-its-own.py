def app(environ, start_response):
    start_response("200 Très bien, merci", [("Content-Type", "text/plain")])
    return [b"hello"]
