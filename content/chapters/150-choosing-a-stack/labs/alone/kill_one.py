"""Kills the processes that answer on each port, then asks again for at most five seconds."""

import os
import signal
import sys
import time
import urllib.request
from concurrent.futures import ThreadPoolExecutor

NAMES = {"8001": "uvicorn", "8002": "uvicorn --workers 2", "8003": "gunicorn"}


def answering(port):
    """The process that answers, or None."""
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/pid", timeout=2) as answer:
            return int(answer.read())
    except OSError:
        return None


def kill_and_ask(port):
    killed = {answering(port) for _ in range(20)} - {None}
    for pid in killed:
        os.kill(pid, signal.SIGKILL)
    deadline = time.monotonic() + 5
    while time.monotonic() < deadline:
        time.sleep(0.2)
        if answering(port) is not None:
            return "another process answers"
    return "nobody answers"


with ThreadPoolExecutor() as pool:
    for port, result in zip(sys.argv[1:], pool.map(kill_and_ask, sys.argv[1:])):
        print(f"{NAMES[port]:21}{result}")
