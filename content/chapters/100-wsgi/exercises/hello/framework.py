"""Greets every visitor, with Flask."""

from flask import Flask, Response

app = Flask(__name__)


@app.route("/", defaults={"path": ""}, methods=["GET", "POST"])
@app.route("/<path:path>", methods=["GET", "POST"])
def greet(path):
    return Response("Welcome to the bookshop.\n", mimetype="text/plain")
