"""Says over which protocol the application server believes to have been asked."""


def app(environ, start_response):
    body = f"asked over {environ['wsgi.url_scheme']}, {environ['SERVER_PROTOCOL']}\n".encode()
    start_response("200 OK", [("Content-Type", "text/plain"), ("Content-Length", str(len(body)))])
    return [body]
