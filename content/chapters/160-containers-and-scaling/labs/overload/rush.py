"""Sends 80 visitors, one every 25 ms, to a shop that needs 50 ms for each. A visitor leaves after half a second."""
import http.client
import os
import sys
import threading
import time
from collections import Counter

host, done = sys.argv[1:]
outcomes = Counter()


def visit():
    # region: visit
    shop = http.client.HTTPConnection(host, 80, timeout=0.5)
    try:
        shop.request("GET", "/books/42")
        outcomes[shop.getresponse().status] += 1
    except TimeoutError:
        outcomes["gave up"] += 1
    finally:
        shop.close()
    # endregion: visit


visitors = [threading.Thread(target=visit) for _ in range(80)]
start = time.monotonic()
for number, visitor in enumerate(visitors):
    time.sleep(max(0, start + number * 0.025 - time.monotonic()))
    visitor.start()
for visitor in visitors:
    visitor.join()
size = -1
while size != os.path.getsize(done):  # until the shop has nothing more to do
    size = os.path.getsize(done)
    time.sleep(0.5)
print(f"{outcomes[200]} answered, {outcomes[503]} refused, {outcomes['gave up']} gave up")
print(f"worked {size} times, {size - outcomes[200]} for nobody")
assert sum(outcomes.values()) == 80 and size >= outcomes[200]
assert (outcomes[200] > outcomes["gave up"]) == (outcomes[503] > 0)  # refusing early helps
