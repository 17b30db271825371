#!/usr/bin/python3
# region: app
import json, os, sys
from urllib.parse import parse_qs

BOOKS = {"42": {"title": "The Long Way Back", "price": "18.00 EUR"}}

number = os.environ["PATH_INFO"].removeprefix("/books/")
query = parse_qs(os.environ["QUERY_STRING"])
book = BOOKS.get(number)

if book is None:
    print("Status: 404 Not Found")
    kind, text = "text/plain", "No such book."
elif query.get("fmt") == ["json"]:
    kind, text = "application/json", json.dumps(book)
else:
    kind, text = "text/plain", book["title"]

print("Content-Type:", kind)
print()
print(text)
# endregion: app
