"""The shop's app: a book, orders, a login and a list that is still growing while it is sent."""

import json


def app(environ, start_response):
    path = environ["PATH_INFO"]
    if path == "/orders" and environ["REQUEST_METHOD"] == "POST":
        return order(environ, start_response)
    if path == "/login":
        fields = [("Set-Cookie", "session=k7Qd2; Path=/; HttpOnly; SameSite=Lax"), ("Set-Cookie", "step=2; Path=/checkout")]
        return answer(start_response, "200 OK", "Welcome back.\n", fields)
    if path == "/new-books":
        start_response("200 OK", [("Content-Type", "text/plain; charset=utf-8")])
        return new_books()
    if path in ("/books/42", "/checkout"):
        return answer(start_response, "200 OK", json.dumps({"cookies": environ.get("HTTP_COOKIE", "none")}) + "\n")
    return answer(start_response, "404 Not Found", "No such page.\n")


# region: order
def order(environ, start_response):
    length = int(environ["CONTENT_LENGTH"])
    body = environ["wsgi.input"].read(length)
    print("order:", body, flush=True)
    return answer(start_response, "201 Created", "Thank you.\n", [("Location", "/orders/7")])
# endregion: order


def new_books():
    for title in ("Jane Eyre\n", "Brontë: A Life\n"):
        yield title.encode()


def answer(start_response, status, text, fields=()):
    body = text.encode()
    start_response(status, [("Content-Type", "text/plain; charset=utf-8"), ("Content-Length", str(len(body))), *fields])
    return [body]
