"""One worker, 30 ms for each request, and visitors at random moments: how long do they stand in line?"""
import http.client
import random
import threading
import time

SERVICE = 0.03
VISITORS = 75


def visit(port, waits):
    start = time.monotonic()
    shop = http.client.HTTPConnection("127.0.0.1", port)
    shop.request("GET", "/")
    shop.getresponse().read()
    waits.append(max(0, time.monotonic() - start - SERVICE))


def day(port, load, results):
    # region: day
    chance, waits, visitors = random.Random(42), [], []
    moment = time.monotonic()
    for _ in range(VISITORS):
        moment += chance.expovariate(load / SERVICE)
        time.sleep(max(0, moment - time.monotonic()))
        visitors.append(threading.Thread(target=visit, args=(port, waits)))
        visitors[-1].start()
    # endregion: day
    for visitor in visitors:
        visitor.join()
    results[load] = sum(waits) / len(waits)


results = {}
days = [threading.Thread(target=day, args=(port, load, results)) for port, load in ((8001, 0.5), (8002, 0.8), (8003, 0.95))]
for one in days:
    one.start()
for one in days:
    one.join()
for load, wait in sorted(results.items()):
    print(f"busy {load:.0%}: {wait * 1000:4.0f} ms in line")
assert results[0.5] < results[0.8] < results[0.95]
