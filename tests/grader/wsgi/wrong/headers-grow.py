# rule: wsgi-state
HEADERS = [("Content-Type", "text/plain")]


def app(environ, start_response):
    HEADERS.append(("Set-Cookie", "seen=1"))
    start_response("200 OK", HEADERS)
    return [b"hello"]
