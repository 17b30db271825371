"""The shop: pages, files and data on one origin; and a search engine. Each writes down every request, in a log of its own."""

import json
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

TYPES = {".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
BOOK = {"title": "The Long Way Back", "price": "12.50"}
FINISHED = f"<!doctype html>\n<title>Book 42</title>\n<p>Price: {BOOK['price']}</p>\n"


class Shop(BaseHTTPRequestHandler):
    def do_GET(self):
        path = self.path.partition("?")[0]
        file = Path("site" + path)
        if path == "/api/books/42":
            self.answer(200, "application/json", json.dumps(BOOK) + "\n")
        elif path.startswith("/api/books/"):
            self.answer(404, "application/json", '{"error": "no such book"}\n')
        elif path == "/find":
            self.answer(200, "text/html", "<title>Results</title>\n<p>What the search engine found.</p>\n")
        elif path == "/finished/42":
            self.answer(200, "text/html", FINISHED)
        elif file.is_file():
            self.answer(200, TYPES[file.suffix], file.read_text())
        else:
            self.answer(200, "text/html", Path("site/book.html").read_text())

    def answer(self, status, kind, text):
        body = text.encode()
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        with open(self.headers["Host"].removesuffix(".test") + ".log", "a") as log:
            print(self.command, self.path, status, kind, file=log)

    def log_message(self, *args):
        pass


ThreadingHTTPServer(("", 80), Shop).serve_forever()
