"""Greets every visitor, as a coroutine."""


async def app(scope, receive, send):
    body = "Welcome to the bookshop.\n".encode()
