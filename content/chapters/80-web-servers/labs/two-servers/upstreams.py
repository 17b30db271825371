"""Three servers behind the front door: 8000 prints what it was told, 8002 never answers, 8003 hangs up."""

import socket
import threading


def serve(port, answer):
    listener = socket.create_server(("127.0.0.1", port))
    kept = []
    while True:
        conn, _ = listener.accept()
        request = conn.recv(65536)
        kept.append(conn)
        if answer(conn, request):
            kept.remove(conn)
            conn.close()


def tell(conn, request):
    conn.sendall(b"HTTP/1.0 200 OK\r\nContent-Type: text/plain\r\n\r\n" + request.replace(b"\r", b""))
    return True


for port, answer in [(8003, lambda *_: True), (8002, lambda *_: False)]:
    threading.Thread(target=serve, args=(port, answer), daemon=True).start()
serve(8000, tell)
