def app(environ, start_response):
    left = int(environ.get("CONTENT_LENGTH") or 0)
    body = b""
    while left:
        body += environ["wsgi.input"].read(min(left, 4))
        left = int(environ["CONTENT_LENGTH"]) - len(body)
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [body]
