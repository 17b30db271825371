"""Eighty clients send half a request each and stop. Four seconds later somebody asks for a page."""

import socket
import sys
import time


def dawdle(port):
    client = socket.create_connection(("127.0.0.1", port), timeout=3)
    try:
        client.sendall(b"GET / HTTP/1.1\r\nHost: sh")
    except ConnectionError:
        pass  # the server has hung up on this one already
    return client


port = int(sys.argv[1])
dawdlers = [dawdle(port) for _ in range(80)]
time.sleep(4)
try:
    with socket.create_connection(("127.0.0.1", port), timeout=3) as visitor:
        visitor.sendall(b"GET / HTTP/1.0\r\nHost: shop.test\r\n\r\n")
        answer = visitor.recv(4096).split(b"\r\n")[0].decode()
except OSError:  # reset, or nothing for three seconds
    answer = ""
print(answer or "no answer")
