import os
import sqlite3
import tempfile
import unittest
from pathlib import Path

import store

SCHEMA = Path("schema.sql").read_text()


class Database(unittest.TestCase):
    def test_query_fits_the_schema(self):
        here = os.getcwd()
        with tempfile.TemporaryDirectory() as folder:
            os.chdir(folder)
            try:
                with sqlite3.connect("shop.db") as db:
                    db.executescript(SCHEMA)
                self.assertEqual(store.find("42"), ("The Long Way Back", 1250))
            finally:
                os.chdir(here)
