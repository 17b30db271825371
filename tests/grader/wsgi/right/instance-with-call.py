class Shop:
    def __call__(self, environ, start_response, *extra):
        start_response("200 OK", [("Content-Type", "text/plain")])
        return [b"hello"]


app = Shop()
