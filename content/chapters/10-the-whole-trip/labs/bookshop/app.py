"""The bookshop's app: it answers one question, `which book has this number?`"""

import json
import os
import sqlite3
from contextlib import closing
from html import escape
from urllib.parse import parse_qs


# region: app
def app(environ, start_response):
    path = environ["PATH_INFO"]
    book = find_book(path.removeprefix("/books/"))
    log(environ, f"{path} {'found' if book else 'no such book'}")
    if book is None:
        return answer(start_response, "404 Not Found", "text/plain", "No such book.\n")

    title, price = book
    if parse_qs(environ["QUERY_STRING"]).get("fmt") == ["json"]:
        data = json.dumps({"title": title, "price": price})
        return answer(start_response, "200 OK", "application/json", data + "\n")
    page = f"<h1>{escape(title)}</h1>\n<p>Price: {escape(price)}</p>\n"
    return answer(start_response, "200 OK", "text/html; charset=utf-8", page)


def find_book(number):
    with closing(sqlite3.connect("shop.db")) as db:
        query = "SELECT title, price FROM books WHERE id = ?"
        return db.execute(query, [number]).fetchone()
# endregion: app


def answer(start_response, status, kind, text):
    body = text.encode()
    start_response(status, [("Content-Type", kind), ("Content-Length", str(len(body)))])
    return [body]


def log(environ, message):
    """Write to the app's own log: which process did it, and for which request."""
    request_id = environ.get("HTTP_X_REQUEST_ID", "none")
    with open("app.log", "a") as out:
        print(f"process {os.getpid()}: {message} id={request_id}", file=out)
