import unittest
from wsgiref.util import setup_testing_defaults
from wsgiref.validate import validator

from shop import make_app


# region: call
def get(app, path):
    environ, noted = {"SCRIPT_NAME": "", "PATH_INFO": path, "QUERY_STRING": ""}, []
    setup_testing_defaults(environ)
    answer = validator(app)(environ, lambda *told: noted.extend(told))
    body = b"".join(answer)
    answer.close()
    return noted[0], dict(noted[1]), body


class Call(unittest.TestCase):
    def test_length_counts_bytes(self):
        app = make_app(lambda number: ("Café Noir", 1250))
        status, headers, body = get(app, "/books/7")
        self.assertEqual(status, "200 OK")
        self.assertEqual(headers["Content-Length"], str(len(body)))

    def test_unknown_book(self):
        app = make_app(lambda number: None)
        self.assertEqual(get(app, "/books/7")[0], "404 Not Found")
# endregion: call
