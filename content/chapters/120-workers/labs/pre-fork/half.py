"""Two clients send half a request each and stop. Is a third one answered?"""

import http.client
import socket
import time

# region: half
for name, port in [("sync", 8001), ("gthread, two threads", 8002), ("asgi", 8003)]:
    stuck = [socket.create_connection(("127.0.0.1", port)) for _ in range(2)]
    for client in stuck:
        client.sendall(b"GET / HTTP/1.1\r\n")  # no empty line: the request is not over
    time.sleep(0.5)
    third = http.client.HTTPConnection("127.0.0.1", port, timeout=2)
    try:
        third.request("GET", "/")
        print(f"{name}: {third.getresponse().status}")
    except TimeoutError:
        print(f"{name}: no answer in two seconds")
    for client in [third, *stuck]:
        client.close()
# endregion: half
