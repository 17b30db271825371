"""Each request computes `cpu` seconds and then waits `wait` seconds. The answer is the number of the process."""

import os
import time
from urllib.parse import parse_qsl


def compute(seconds):
    """Counts what this thread really computed: a busy machine makes it take longer, not less."""
    end = time.thread_time() + seconds
    while time.thread_time() < end:
        pass


def numbers(query):
    values = dict(parse_qsl(query))
    return float(values["cpu"]), float(values["wait"])


def work(query):
    cpu, wait = numbers(query)
    compute(cpu)
    time.sleep(wait)


def wsgi(environ, start_response):
    work(environ["QUERY_STRING"])
    body = f"{os.getpid()}\n".encode()
    start_response("200 OK", [("Content-Length", str(len(body)))])
    return [body]
