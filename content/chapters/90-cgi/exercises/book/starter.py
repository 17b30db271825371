"""One book, as a CGI program."""

import os

BOOKS = {"42": "The Long Way Back", "43": "A Shorter Way"}

print(BOOKS["42"])
