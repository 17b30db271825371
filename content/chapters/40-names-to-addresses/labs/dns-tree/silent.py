"""Takes questions at the address given and never answers."""

import socket
import sys

with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as questions:
    questions.bind((sys.argv[1], 53))
    while True:
        questions.recv(512)
