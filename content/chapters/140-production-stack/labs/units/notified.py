"""Plays the part of systemd that waits for a message from a service of Type=notify."""

import socket

with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as inbox:
    inbox.bind("/run/notify.sock")
    while True:
        print("systemd would read:", *inbox.recv(4096).decode().split("\n"), flush=True)
