"""Version v1 of the shop."""


# region: app
def app(environ, start_response):
    body = b"books, version 1\n"
    start_response("200 OK", [("Content-Length", str(len(body)))])
    return [body]
# endregion: app
