"""A program that listens, lets the kernel take connections, and never reads."""

import socket
import time

listener = socket.socket()
listener.bind(("127.0.0.1", 9000))
listener.listen(8)
time.sleep(3600)
