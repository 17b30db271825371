#!/opt/venv/bin/python3
from wsgiref.handlers import CGIHandler

from flask import Flask

app = Flask("shop")


@app.get("/books/42")
def book():
    return {"title": "The Long Way Back", "price": "18.00 EUR"}


CGIHandler().run(app)
