"""The bookshop in Flask: WSGI."""

import time

from flask import Flask

app = Flask(__name__)  # it also sends what lies in the folder static


# region: app
@app.get("/books/42")
def book():
    return "A book.\n"


@app.get("/price")
def price():
    time.sleep(0.5)  # a database driver that waits in its own way
    return "12.50\n"


@app.get("/catalogue")
def catalogue():
    return "x" * 8_000_000
# endregion: app
