"""A server that takes every connection and never says a word."""

import socket
import time

with socket.create_server(("127.0.0.1", 7000)):
    time.sleep(3600)
