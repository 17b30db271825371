"""A CGI host: reads HTTP, starts a program for each request, passes on what it printed."""

import os
import subprocess
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import unquote

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "cgi-bin")


class Host(BaseHTTPRequestHandler):
    def answer(self):
        path, _, query = self.path.partition("?")
        _, folder, name, *rest = unquote(path).split("/", 3) + ["", ""]
        program = os.path.join(FOLDER, name)
        if folder != "cgi-bin" or not name or name.startswith(".") or not os.path.isfile(program):
            return self.send_error(404)
        if not os.access(program, os.X_OK):
            return self.send_error(403)

        # region: start
        length = self.headers.get("Content-Length", "")
        variables = {
            "GATEWAY_INTERFACE": "CGI/1.1",
            "REQUEST_METHOD": self.command,
            "SCRIPT_NAME": f"/cgi-bin/{name}",
            "PATH_INFO": f"/{rest[0]}" if rest[0] else "",
            "QUERY_STRING": query,
            "CONTENT_TYPE": self.headers.get("Content-Type", ""),
            "CONTENT_LENGTH": length,
            "REMOTE_ADDR": self.client_address[0],
            "SERVER_NAME": "shop.test",
            "SERVER_PORT": "8083",
            "SERVER_PROTOCOL": self.request_version,
            "SERVER_SOFTWARE": "host.py",
        }
        for field, value in self.headers.items():
            if field.lower() not in ("content-type", "content-length", "proxy"):
                variables["HTTP_" + field.upper().replace("-", "_")] = value

        body = self.rfile.read(int(length or 0))
        result = subprocess.run([program], env=variables, input=body, stdout=subprocess.PIPE, cwd=FOLDER)
        # endregion: start

        # region: answer
        head, blank, page = result.stdout.replace(b"\r\n", b"\n").partition(b"\n\n")
        lines = [line.split(": ", 1) for line in head.decode().splitlines()]
        if not blank or any(len(line) < 2 for line in lines):
            return self.send_error(502, "The program printed no header")
        fields = dict(lines)
        status = fields.pop("Status", "302 Found" if "Location" in fields else "200 OK")
        self.send_response(int(status[:3]), status[4:])
        # endregion: answer
        for field, value in fields.items():
            self.send_header(field, value)
        self.end_headers()
        self.wfile.write(page)

    do_GET = do_POST = answer

    def log_message(self, *args):
        pass


ThreadingHTTPServer(("127.0.0.1", 8083), Host).serve_forever()
