import unittest

from shop import app


class Shop(unittest.TestCase):
    def test_answers(self):
        noted = []
        body = app({"PATH_INFO": "/"}, lambda *told: noted.extend(told))
        self.assertEqual(noted[0], "200 OK")
        self.assertIn(b"books", b"".join(body))
