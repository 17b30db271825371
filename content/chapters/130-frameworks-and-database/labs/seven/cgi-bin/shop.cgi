#!/usr/bin/env python3
"""The endpoint as a CGI program."""
import json
import os
import sys
from urllib.parse import parse_qs

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from books import as_text, find

# region: app
number = os.environ["PATH_INFO"].removeprefix("/books/")
book = find(int(number)) if number.isdigit() else None
if book is None:
    print("Status: 404 Not Found\nContent-Type: text/plain\n\nNo such book")
elif parse_qs(os.environ["QUERY_STRING"]).get("fmt") == ["json"]:
    print("Content-Type: application/json\n\n" + json.dumps(book))
else:
    print("Content-Type: text/plain; charset=utf-8\n\n" + as_text(book), end="")
# endregion: app
