"""Asks for one address several times at once: python3 ask.py COUNT URL"""

import sys
import threading
import time
import urllib.request


def ask(url):
    urllib.request.urlopen(url).read()


count, url = int(sys.argv[1]), sys.argv[2]
begin = time.monotonic()
threads = [threading.Thread(target=ask, args=(f"{url}?customer-{number}",)) for number in range(1, count + 1)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(f"{count} answers, the last after {int(time.monotonic() - begin)} s")
