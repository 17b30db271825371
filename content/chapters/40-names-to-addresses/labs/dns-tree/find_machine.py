"""Asks the system for the addresses of the names given, as nearly every program does."""

import socket
import sys
import time


# region: find
def find(name):
    found = socket.getaddrinfo(name, 443, type=socket.SOCK_STREAM)
    return [address[0] for *_, address in found]
# endregion: find


KINDS = {getattr(socket, kind): kind for kind in ("EAI_NONAME", "EAI_NODATA", "EAI_AGAIN")}

for name in sys.argv[1:]:
    start = time.monotonic()
    try:
        answer = " ".join(find(name))
    except socket.gaierror as error:
        answer = f"{KINDS.get(error.errno, error.errno)} ({error.strerror})"
    print(f"{name}, {int(time.monotonic() - start)} s: {answer}")
