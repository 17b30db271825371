"""The bookshop, with all the ways in which an app itself can say no."""

import json
import sqlite3
import time
from contextlib import closing


def app(environ, start_response):
    method, path = environ["REQUEST_METHOD"], environ["PATH_INFO"]
    route = routes.get(path, {"GET": read_book} if path.startswith("/books/") else {})
    handler = route.get(method)
    extra = []
    if handler:
        status, text, *extra = handler(environ)
    elif route:
        status, text, extra = "405 Method Not Allowed", "Not with this method.", [("Allow", ", ".join(route))]
    else:
        status, text = "404 Not Found", "No such page."
    log(environ, f"{method} {path} -> {status[:3]}")
    body = f"{text}\n".encode()
    start_response(status, [("Content-Type", "text/plain"), ("Content-Length", str(len(body))), *extra])
    return [body]


def read_book(environ):
    number = environ["PATH_INFO"].removeprefix("/books/")
    row = query(environ, "SELECT title FROM books WHERE id = ?", number)
    return ("200 OK", row[0]) if row else ("404 Not Found", "No such book.")


def place_order(environ):
    length = int(environ.get("CONTENT_LENGTH") or 0)
    try:
        book = json.loads(environ["wsgi.input"].read(length))["book"]
    except (ValueError, LookupError, TypeError):
        return "400 Bad Request", 'Send JSON such as {"book": 42}.'
    query(environ, "INSERT INTO orders (book) VALUES (?)", book)
    return "201 Created", "Ordered."


# region: query
def query(environ, sql, value):
    start = time.monotonic()
    with closing(sqlite3.connect("shop.db", timeout=20)) as db, db:
        row = db.execute(sql, [value]).fetchone()
    log(environ, f"database {time.monotonic() - start:.3f} s")
    return row


def log(environ, message):
    request_id = environ.get("HTTP_X_REQUEST_ID", "none")
    with open("app.log", "a") as out:
        print(f"id={request_id} {message}", file=out)
# endregion: query


def log_in(environ):
    length = int(environ.get("CONTENT_LENGTH") or 0)
    rights = 800 if environ["wsgi.input"].read(length) == b"name=ada" else 8
    return "200 OK", "Welcome.", ("Set-Cookie", "rights=" + "read-write." * rights)


def report(environ):
    time.sleep(2.5)
    return "200 OK", "Sold today: 3."


def broken(environ):
    prices = {"hardback": 18}
    return "200 OK", f"{prices['paperback']} EUR"


routes = {
    "/account": {"GET": lambda environ: ("401 Unauthorized", "Log in first.", ("WWW-Authenticate", "Bearer"))},
    "/invoices/7": {"GET": lambda environ: ("403 Forbidden", "Not your invoice.")},
    "/orders": {"POST": place_order},
    "/login": {"POST": log_in},
    "/report": {"GET": report},
    "/paperback": {"GET": broken},
    "/sale": {"GET": lambda environ: ("503 Service Unavailable", "The sale begins at noon.", ("Retry-After", "3600"))},
}
