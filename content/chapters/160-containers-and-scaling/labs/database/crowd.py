"""40 visitors at once, for 1, 2, 4 and 8 copies of the app."""
import time
import urllib.request
from concurrent.futures import ThreadPoolExecutor

VISITORS = 40


def visit(port):
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/") as answer:
        return answer.read()


took = {}
with ThreadPoolExecutor(VISITORS) as crowd:
    for copies in (1, 2, 4, 8):
        start = time.monotonic()
        list(crowd.map(visit, [8000 + copies] * VISITORS))
        took[copies] = time.monotonic() - start
        print(f"{copies} {'copy' if copies == 1 else 'copies'}: {VISITORS} visitors in {took[copies]:.1f} s")
assert took[1] > 1.4 * took[2] and took[8] > 40 * 0.02
