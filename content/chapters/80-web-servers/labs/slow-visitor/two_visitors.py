"""One visitor sends an order over a slow line; meanwhile another one asks for a book."""

import socket
import sys
import threading
import time

port = int(sys.argv[1])


# region: visitors
def send_slowly(conn):
    time.sleep(3)
    conn.sendall(b"00042")
    tell("the slow one", conn)
    conn.close()


def tell(who, conn):
    status = conn.recv(1000).split(b"\r\n")[0].decode()
    print(f"after {time.monotonic() - start:.0f} s, {who}: {status}")


start = time.monotonic()
slow = socket.create_connection(("127.0.0.1", port))
slow.sendall(b"POST /orders HTTP/1.1\r\nHost: shop.test\r\nContent-Length: 10\r\n\r\nbook=")
threading.Thread(target=send_slowly, args=[slow]).start()

other = socket.create_connection(("127.0.0.1", port))
other.sendall(b"GET /books/42 HTTP/1.1\r\nHost: shop.test\r\nConnection: close\r\n\r\n")
tell("the other", other)
# endregion: visitors
