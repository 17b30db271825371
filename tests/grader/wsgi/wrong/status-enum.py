# rule: wsgi-status-str
def app(environ, start_response):
    start_response(__import__("http").HTTPStatus.OK, [("Content-Type", "text/plain")])  # here
    return [b"hello"]
