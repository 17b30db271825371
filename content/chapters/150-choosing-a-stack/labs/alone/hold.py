"""Sends ten half requests to each port, and counts after six seconds which connections are still open."""

import select
import socket
import sys
import time

NAMES = {"8001": "Uvicorn", "8003": "Gunicorn, asgi worker", "80": "Nginx, client_header_timeout 2s"}


# region: hold
def half_a_request(port):
    conn = socket.create_connection(("127.0.0.1", port))
    conn.sendall(b"GET / HTTP/1.1\r\nHost: shop.test\r\nX-Slow: ")
    return conn


def is_open(conn):
    readable, _, _ = select.select([conn], [], [], 0)
    return not readable  # otherwise there is an answer, or the end
# endregion: hold


held = {port: [half_a_request(int(port)) for _ in range(10)] for port in sys.argv[1:]}
time.sleep(6)  # longer than the five seconds that Uvicorn keeps an idle connection
for port, connections in held.items():
    count = sum(map(is_open, connections))
    print(f"{NAMES[port]:33}{count} of 10 still open")
