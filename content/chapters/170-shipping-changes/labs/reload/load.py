"""Four visitors who ask again and again; in the middle of it a command is run. Says what became of all requests."""

import collections
import http.client
import subprocess
import sys
import threading
import time

way, seconds, command = sys.argv[1], float(sys.argv[2]), sys.argv[3]
counted, waits = collections.Counter(), [0.0]
end = time.monotonic() + seconds


# region: visitor
def visitor():
    while time.monotonic() < end:
        asked = time.monotonic()
        connection = http.client.HTTPConnection("shop.test", timeout=20)
        try:
            connection.request("GET", way)
            counted[connection.getresponse().status] += 1
        except OSError as error:
            counted[type(error).__name__] += 1
        finally:
            connection.close()
        waits.append(time.monotonic() - asked)
# endregion: visitor


visitors = [threading.Thread(target=visitor) for _ in range(4)]
for each in visitors:
    each.start()
time.sleep(seconds / 4)
subprocess.run(["bash", "-c", command], check=True)
for each in visitors:
    each.join()

lost = {what: times for what, times in counted.items() if what != 200}
statuses = f" ({', '.join(sorted(map(str, lost)))})" if lost else ""
print(f"answered {counted[200]}, lost {sum(lost.values())}{statuses}, longest wait {max(waits):.1f} s")
