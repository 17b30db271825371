"""A program that listens and never accepts: its queue is full, so the kernel answers nobody any more."""

import socket
import sys
import time

address = ("127.0.0.1", int(sys.argv[1]))
listener = socket.socket()
listener.bind(address)
listener.listen(0)
first = socket.create_connection(address)  # fills the queue
open("silent.ready", "w").close()
time.sleep(3600)
