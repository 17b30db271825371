import socket
import sqlite3
import subprocess
import time
import unittest
import urllib.request
from pathlib import Path


class Server(unittest.TestCase):
    def setUp(self):
        Path("shop.db").unlink(missing_ok=True)
        with sqlite3.connect("shop.db") as db:
            db.executescript(Path("schema.sql").read_text())
        self.log = open("gunicorn.log", "w")
        self.gunicorn = subprocess.Popen(["gunicorn"], stderr=self.log)

    def tearDown(self):
        self.gunicorn.terminate()
        self.gunicorn.wait()
        self.log.close()

    def test_book_over_http(self):
        while self.gunicorn.poll() is None:  # until it listens, or has given up
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", 8000)) == 0:
                    break
            time.sleep(0.05)
        with urllib.request.urlopen("http://127.0.0.1:8000/books/42", timeout=10) as answer:
            self.assertEqual(answer.read(), b"The Long Way Back, 12.50\n")
