"""One book, as a CGI program."""

import os

BOOKS = {"42": "The Long Way Back", "43": "A Shorter Way"}

number = os.environ.get("PATH_INFO", "").removeprefix("/books/")
title = BOOKS[number]
if title is None:
    print("Status: 404 Not Found")
    title = "No such book."
print("Content-Type: text/plain; charset=utf-8")
print()
print(title)
