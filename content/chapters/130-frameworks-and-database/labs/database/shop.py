"""The bookshop in Flask, with a database behind it."""

import time

from flask import Flask, abort, g, jsonify, request

from driver import Connection, Pool

PORT = 7000
app = Flask(__name__)
pool = Pool(PORT, size=2)


@app.before_request
def start():
    g.start, g.queries, g.database = time.perf_counter(), 0, 0.0


@app.after_request
def report(response):
    total = time.perf_counter() - g.start
    if g.queries:
        print(f"{request.path}: {g.queries} SQL, {total * 1000:.0f} ms, database {int(100 * g.database / total)} %", flush=True)
    return response


# region: book
@app.get("/books/<int:book_id>")
def show(book_id):
    with pool.connection() as db:
        rows = db.execute("SELECT title, price FROM book WHERE id = ?", book_id)
    if not rows:
        abort(404)
    return jsonify(title=rows[0][0], price=rows[0][1])
# endregion: book


# region: lists
@app.get("/naive")
def naive():
    with pool.connection() as db:
        books = db.execute("SELECT title, author_id FROM book")
        authors = [db.execute("SELECT name FROM author WHERE id = ?", author) for _, author in books]
    return jsonify(len(authors))


@app.get("/joined")
def joined():
    with pool.connection() as db:
        rows = db.execute("SELECT title, name FROM book JOIN author ON author.id = author_id")
    return jsonify(len(rows))
# endregion: lists


# region: slow
@app.get("/pooled")
def pooled():
    with pool.connection() as db:
        db.execute("SELECT sleep(0.5)")
    return "ok"


@app.get("/unpooled")
def unpooled():
    Connection(PORT).execute("SELECT sleep(2)")
    return "ok"
# endregion: slow
