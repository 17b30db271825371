"""Greets every visitor."""


def app(environ, start_response):
    text = "Welcome to the bookshop.\n"
    return []
