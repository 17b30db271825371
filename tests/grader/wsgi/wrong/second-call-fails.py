# rule: wsgi-state
FILES = [b"hello"]


def app(environ, start_response):
    body = FILES.pop()  # here
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [body]
