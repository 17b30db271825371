import socket

# region: server
listener = socket.create_server(("", 8000))
while True:
    conn, peer = listener.accept()
    head = b""
    while b"\r\n\r\n" not in head and (part := conn.recv(999)):
        head += part
    first_line = head.split(b"\r\n")[0].decode("latin-1")
    print(peer[0], first_line, flush=True)
    conn.sendall(b"HTTP/1.1 200 OK\r\n"
                 b"Content-Type: text/plain\r\n"
                 b"Content-Length: %d\r\n"
                 b"Connection: close\r\n"
                 b"\r\n%b" % (len(head), head))
    conn.close()
# endregion: server
