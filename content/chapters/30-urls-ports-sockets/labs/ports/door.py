import socket

# region: door
listener = socket.create_server(("192.0.2.10", 8000))
print("listening", listener.getsockname(), flush=True)
visitors = []
while True:
    conn, peer = listener.accept()
    print("accepted ", peer, "->", conn.getsockname(), flush=True)
    visitors.append(conn)
# endregion: door
