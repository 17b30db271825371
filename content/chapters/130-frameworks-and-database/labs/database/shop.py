"""The bookshop in Flask, with PostgreSQL behind it. Where that is, the driver finds in PGHOST and PGDATABASE."""

import time

import psycopg
from flask import Flask, abort, g, jsonify, request
from psycopg_pool import ConnectionPool

# Each statement is its own round trip and nothing else: no BEGIN, no statement prepared behind one's back.
PLAIN = {"autocommit": True, "prepare_threshold": None}

app = Flask(__name__)
pool = ConnectionPool("application_name=shop", kwargs=PLAIN, min_size=1, max_size=2, open=True)
far = ConnectionPool("port=5433", kwargs=PLAIN, min_size=0, max_size=1, open=True)
pool.wait()  # for its first connection, so that the first request does not need to ask for another


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
        row = db.execute("SELECT title, price FROM book WHERE id = %s", [book_id]).fetchone()
    if row is None:
        abort(404)
    return jsonify(title=row[0], price=row[1])
# endregion: book


def ask(db, sql, *values):
    start = time.perf_counter()
    rows = db.execute(sql, values).fetchall()
    g.queries += 1
    g.database += time.perf_counter() - start
    return rows


# region: lists
@app.get("/naive")
def naive():
    with far.connection() as db:
        books = ask(db, "SELECT title, author_id FROM book")
        authors = [ask(db, "SELECT name FROM author WHERE id = %s", author) for _, author in books]
    return jsonify(len(authors))


@app.get("/joined")
def joined():
    with far.connection() as db:
        rows = ask(db, "SELECT title, name FROM book JOIN author ON author.id = author_id")
    return jsonify(len(rows))
# endregion: lists


# region: slow
@app.get("/pooled")
def pooled():
    with pool.connection() as db:
        db.execute("SELECT pg_sleep(0.5)")
    return "ok"
# endregion: slow


@app.get("/impatient")
def impatient():
    with pool.connection(timeout=1.5) as db:
        db.execute("SELECT pg_sleep(1)")
    return "ok"


@app.get("/unpooled")
def unpooled():
    with psycopg.connect("") as db:
        db.execute("SELECT pg_sleep(2)")
    return "ok"


# region: sales
@app.get("/sales")
def sales():
    with pool.connection() as db, db.transaction():
        db.execute("SET LOCAL statement_timeout = '300ms'")
        db.execute("SELECT pg_sleep(60)")  # a report over all years
    return "ok"
# endregion: sales
