"""An API on an origin of its own. `--allow ORIGIN` makes it permit the scripts of that origin."""

import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PORT = int(sys.argv[1])
ALLOWED = sys.argv[3] if sys.argv[2:3] == ["--allow"] else None


class Api(BaseHTTPRequestHandler):
    def do_GET(self):
        if self.path == "/broken":  # as from a proxy in front, which knows nothing of permissions
            return self.answer(502, "<h1>Bad Gateway</h1>\n", permit=False)
        self.answer(200, '{"title": "The Long Way Back", "price": "12.50"}\n')

    def do_POST(self):
        order = self.rfile.read(int(self.headers["Content-Length"])).decode()
        log(f"order stored: {order}")
        self.answer(201, '{"order": 1}\n')

    # region: options
    def do_OPTIONS(self):
        self.answer(204 if ALLOWED else 405, "")

    def answer(self, status, text, permit=True):
        self.send_response(status)
        if ALLOWED and permit:
            self.send_header("Access-Control-Allow-Origin", ALLOWED)
            self.send_header("Access-Control-Allow-Methods", "POST")
            self.send_header("Access-Control-Allow-Headers", "content-type")
            self.send_header("Access-Control-Max-Age", "600")
            self.send_header("Vary", "Origin")
        # endregion: options
        body = text.encode()
        if status != 204:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        log(f"{self.command} {self.path} from {self.headers['Origin']}: {status}")

    def log_message(self, *args):
        pass


def log(line):
    with open("api.log", "a") as file:
        print(line, file=file)


ThreadingHTTPServer(("", PORT), Api).serve_forever()
