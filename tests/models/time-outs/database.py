"""Stands for the database: a line `seconds limit` is a query; it is answered when it is done or its limit is over."""

import socketserver
import time


class Query(socketserver.StreamRequestHandler):
    def handle(self):
        seconds, limit = map(float, self.rfile.readline().split())
        is_late = 0 < limit < seconds
        time.sleep(limit if is_late else seconds)
        self.wfile.write(b"canceled" if is_late else b"ok")


class Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True
    request_queue_size = 64


Server(("127.0.0.1", 5432), Query).serve_forever()
