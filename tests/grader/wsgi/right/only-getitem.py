class Blocks:
    def __getitem__(self, index):
        return [b"one", b"two"][index]


def app(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/plain")])
    return Blocks()
