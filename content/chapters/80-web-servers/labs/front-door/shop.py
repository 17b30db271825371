"""The bookshop's app. It notes every call in app.log, so that one can see who was asked at all."""


# region: app
def app(environ, start_response):
    port = environ["SERVER_PORT"]
    path = environ["PATH_INFO"]
    with open("app.log", "a") as log:
        print(environ["REQUEST_METHOD"], path, file=log)
    if path == "/told":
        text = what_arrived(environ)
    else:
        text = f"{path} by the app on port {port}\n"
    body = text.encode()
    start_response("200 OK", [("Content-Type", "text/plain"), ("Content-Length", str(len(body)))])
    return [body]
# endregion: app


def what_arrived(environ):
    return (
        f"{environ['REQUEST_METHOD']} {environ['PATH_INFO']} {environ['SERVER_PROTOCOL']}\n"
        f"from {environ['REMOTE_ADDR']}, with\n"
        f"Host: {environ['HTTP_HOST']}\n"
        f"X-Forwarded-Proto: {environ.get('HTTP_X_FORWARDED_PROTO')}\n"
    )
