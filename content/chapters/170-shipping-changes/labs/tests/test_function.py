import unittest

from prices import price


class Price(unittest.TestCase):
    def test_cents_have_two_digits(self):
        self.assertEqual(price(905), "9.05")
