# rule: wsgi-exception
class Rows:
    def __iter__(self):
        return iter([])

    def close(self):
        raise OSError("the database has gone")  # here


def app(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/plain")])
    return Rows()
