# rule: asgi-awaitable
def app(scope, receive, send):  # here
    send({"type": "http.response.start", "status": 200})
    send({"type": "http.response.body", "body": b"hello"})
