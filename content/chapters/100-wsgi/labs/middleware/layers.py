"""Two layers round one application: auth, then cookies, then app."""

from http.cookies import SimpleCookie
from wsgiref.validate import validator

USERS = {"Bearer s3cret": "Ada"}


def log(environ, text):
    environ["wsgi.errors"].write(text + "\n")


# region: auth
def auth(inner):
    """Lets requests with a known token in, and names their user."""

    def layer(environ, start_response):
        log(environ, "auth: request comes in")
        user = USERS.get(environ.get("HTTP_AUTHORIZATION"))
        if user is None:
            headers = [("Content-Type", "text/plain"), ("WWW-Authenticate", "Bearer")]
            start_response("401 Unauthorized", headers)
            return [b"Who are you?\n"]
        environ["shop.user"] = user
        return inner(environ, start_response)

    return layer
# endregion: auth


# region: cookies
def cookies(inner):
    """Counts visits in a cookie."""

    def layer(environ, start_response):
        log(environ, "cookies: request comes in")
        jar = SimpleCookie(environ.get("HTTP_COOKIE", ""))
        before = jar["visits"].value if "visits" in jar else "0"
        visits = int(before) + 1 if before.isdecimal() else 1
        environ["shop.visits"] = visits

        def start_with_cookie(status, headers, exc_info=None):
            log(environ, "cookies: answer goes out, Set-Cookie added")
            cookie = ("Set-Cookie", f"visits={visits}; HttpOnly")
            return start_response(status, [*headers, cookie], exc_info)

        return inner(environ, start_with_cookie)

    return layer
# endregion: cookies


# region: app
def app(environ, start_response):
    log(environ, "app: called")
    body = f"Hello {environ['shop.user']}, visit {environ['shop.visits']}.\n".encode()
    headers = [("Content-Type", "text/plain"), ("Content-Length", str(len(body)))]
    start_response("200 OK", headers)
    return [body]


site = validator(auth(cookies(app)))
# endregion: app

# region: swapped
swapped = cookies(auth(app))
# endregion: swapped
