"""The shop's pages, in Flask. Where the database is, the driver finds in PGHOST and PGDATABASE."""

import logging
import pprint
import sys
import time

import psycopg
from flask import Flask, abort, jsonify, redirect, request
from werkzeug.middleware.proxy_fix import ProxyFix

logging.basicConfig(level=logging.INFO, stream=sys.stderr, format="%(levelname)s %(message)s")
app = Flask(__name__)
app.config["TRUSTED_HOSTS"] = ["shop.test"]


def show_environ(wrapped):
    """Keeps the environ of the latest request in a file, to be looked at."""

    def middleware(environ, start_response):
        with open("environ.txt", "w") as out:
            print(pprint.pformat(environ, width=100), file=out)
        return wrapped(environ, start_response)

    return middleware


app.wsgi_app = show_environ(ProxyFix(app.wsgi_app, x_for=1, x_proto=1))


@app.before_request
def only_https():
    if not request.is_secure:
        return redirect(request.url.replace("http://", "https://", 1), 301)


@app.after_request
def say(response):
    app.logger.info("%s %s -> %s", request.method, request.path, response.status_code)
    return response


@app.get("/books/<int:number>")
def book(number):
    with psycopg.connect(autocommit=True) as db:
        row = db.execute("SELECT title, price FROM book WHERE id = %s", [number]).fetchone()
    if row is None:
        abort(404)
    return jsonify(title=row[0], price=row[1])


@app.put("/covers/<int:number>")
def cover(number):
    data = request.get_data()
    with open(f"/srv/shop/covers/{number}.jpg", "wb") as file:
        file.write(data)
    return jsonify(stored=len(data)), 201


@app.post("/login")
def log_in():
    return jsonify(welcome=True)


@app.get("/paperback")
def paperback():
    prices = {"hardback": 18}
    return jsonify(price=prices["paperback"])


@app.get("/year")
def year():
    with psycopg.connect(autocommit=True) as db:
        db.execute("SELECT pg_sleep(3)")  # a report over all years
    return jsonify(sold=3)


@app.get("/office/stocktaking")
def stocktaking():
    time.sleep(30)
    return jsonify(done=True)
