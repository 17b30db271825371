"""The endpoint in Flask."""

# region: app
from flask import Flask, abort, jsonify, request
from books import as_text, find

app = Flask(__name__)


@app.get("/books/<int:book_id>")
def show(book_id):
    book = find(book_id) or abort(404)
    if request.args.get("fmt") == "json":
        return jsonify(book)
    return as_text(book), {"Content-Type": "text/plain; charset=utf-8"}
# endregion: app
