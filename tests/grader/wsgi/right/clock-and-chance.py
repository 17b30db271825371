import random
import secrets
import time


def app(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/plain"), ("X-Id", secrets.token_hex())])
    return [f"{time.time_ns()} {random.choice([1, 2])}".encode()]
