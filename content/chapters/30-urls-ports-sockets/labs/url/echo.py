import socket
import sys
import threading


def serve(listener):
    while True:
        conn, _ = listener.accept()
        head = b""
        while b"\r\n\r\n" not in head and (part := conn.recv(999)):
            head += part
        conn.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%b" % (len(head), head))
        conn.close()


for port in sys.argv[1:]:
    threading.Thread(target=serve, args=(socket.create_server(("", int(port))),)).start()
