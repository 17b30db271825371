# region: app
def app(environ, start_response):
    order = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
    body = b"Ordered.\n" if order else b"A book.\n"
    start_response("200 OK", [("Content-Type", "text/plain"), ("Content-Length", str(len(body)))])
    return [body]
# endregion: app
