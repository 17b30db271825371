"""Sends what it is told, then waits. Says how the connection ended, and after how long."""

import socket
import sys
from time import monotonic, sleep

port, words, reads = int(sys.argv[1]), sys.argv[2].encode().decode("unicode_escape"), "--deaf" not in sys.argv
with socket.create_connection(("shop.test", port)) as connection:
    connection.sendall(words.encode())
    started = monotonic()
    if not reads:
        sleep(2.5)
    received = 0
    try:
        while block := connection.recv(65536):
            if received == 0:
                print(block.split(b"\r\n")[0].decode())
            received += len(block)
            last = monotonic()
        end = "closed"
    except ConnectionResetError:
        end = "reset"
    print(f"{end} after {monotonic() - started:.1f} s")
