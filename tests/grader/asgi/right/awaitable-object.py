class app:
    def __init__(self, scope, receive, send):
        self.send = send

    def __await__(self):
        return self.answer().__await__()

    async def answer(self):
        send = self.send
        await send({"type": "http.response.start", "status": 200, "headers": [(b"content-type", b"text/plain")]})
        await send({"type": "http.response.body", "body": b"hello"})
