"""An application that breaks one rule, for a question of the quiz."""


# region: app
def app(environ, start_response):
    cookie = environ.get("HTTP_COOKIE")
    text = "Welcome back." if cookie else "Welcome."
    body = text.encode("utf-8")
    headers = [
        ("Content-Type", "text/plain; charset=utf-8"),
        ("Content-Length", len(body)),
    ]
    start_response("200 OK", headers)
    yield body
# endregion: app
