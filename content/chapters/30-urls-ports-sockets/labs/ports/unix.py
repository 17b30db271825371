import socket

# region: unix
listener = socket.socket(socket.AF_UNIX)
listener.bind("shop.sock")
listener.listen()
# endregion: unix
while True:
    conn, _ = listener.accept()
    conn.recv(999)
    conn.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 6\r\nConnection: close\r\n\r\nhello\n")
    conn.close()
