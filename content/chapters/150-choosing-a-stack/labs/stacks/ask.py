"""Puts the same question to every stack: python3 ask.py features | dawdlers | waiting."""

import contextlib
import socket
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor

SECONDS = 0.5
STACKS = {
    8001: "Gunicorn, 4 threads",
    8002: "Uvicorn alone",
    8003: "Gunicorn, asgi worker",
    8004: "Gunicorn, Uvicorn worker",
    8011: "Nginx > Gunicorn, 4 threads",
    8014: "Nginx > Gunicorn, Uvicorn worker",
}
UPGRADE = "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAECAwQFBgcICQoLDA0ODw==\r\n"
LAST = "Connection: close\r\n"


def connect(port, receive_buffer=None):
    conn = socket.socket()
    if receive_buffer:
        conn.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_buffer)
    conn.settimeout(30)
    conn.connect(("127.0.0.1", port))
    return conn


def status(port, path, fields=LAST, patience=30):
    """The three digits, or `silence`."""
    with connect(port) as conn:
        conn.settimeout(patience)
        conn.sendall(f"GET {path} HTTP/1.1\r\nHost: shop.test\r\n{fields}\r\n".encode())
        try:
            return conn.recv(4000).split()[1].decode()
        except TimeoutError:
            return "silence"


def features():
    print(f"{'':34}book  static file  WebSocket")
    for port, name in STACKS.items():
        print(f"{name:34}{status(port, '/books/42'):6}{status(port, '/static/shop.css'):13}{status(port, '/stock', UPGRADE)}")


# region: dawdlers
def half_a_request(port):
    conn = connect(port)
    conn.sendall(b"GET /books/42 HTTP/1.1\r\nHost: sh")
    return conn


def reads_nothing(port):
    conn = connect(port, receive_buffer=4096)
    conn.sendall(b"GET /catalogue HTTP/1.1\r\nHost: shop.test\r\n\r\n")
    return conn


def sixth(port, dawdler):
    with contextlib.ExitStack() as held:
        for _ in range(5):
            held.enter_context(dawdler(port))
        time.sleep(0.5)
        return status(port, "/books/42", patience=2)
# endregion: dawdlers


def dawdlers():
    print(f"{'':34}half a request  answer unread")
    direct = [port for port in STACKS if port < 8010]
    proxied = [port for port in STACKS if port > 8010]
    results = {}
    with ThreadPoolExecutor() as pool:  # several stacks at the same time, but no application server twice
        for ports in direct, proxied:
            halves = list(pool.map(lambda port: sixth(port, half_a_request), ports))
            unread = list(pool.map(lambda port: sixth(port, reads_nothing), ports))
            results |= dict(zip(ports, zip(halves, unread)))
    for port, (first, second) in results.items():
        print(f"{STACKS[port]:34}{first:16}{second}")


def waiting():
    for port, path in [(8001, "/price"), (8002, "/price"), (8002, "/price-async")]:
        start = time.monotonic()
        visitors = [threading.Thread(target=status, args=(port, path)) for _ in range(6)]
        for visitor in visitors:
            visitor.start()
        for visitor in visitors:
            visitor.join()
        total = time.monotonic() - start
        print(f"{STACKS[port]:20}{path:14}6 at once: {total:.1f} s, {int(total / SECONDS)} x {SECONDS} s")


{"features": features, "dawdlers": dawdlers, "waiting": waiting}[sys.argv[1]]()
