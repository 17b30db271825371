from __future__ import annotations

from dataclasses import dataclass


@dataclass
class Book:
    title: str


def app(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [Book("The Long Way Back").title.encode()]
