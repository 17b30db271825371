"""Answers each request with the address and port that were reached, and the name that was asked for.

Listens on every address of the machine, so one program can play two machines.
"""

import socket
import ssl
import threading


def listen(port, tls=None):
    with socket.create_server(("0.0.0.0", port)) as listener:
        while True:
            connection, _ = listener.accept()
            threading.Thread(target=answer, args=(connection, tls)).start()


# region: answer
def answer(connection, tls):
    lines = ["reached {} port {}".format(*connection.getsockname())]
    if tls:
        tls.sni_callback = lambda sock, name, context: lines.append(f"SNI: {name}")
        connection = tls.wrap_socket(connection, server_side=True)
    with connection:
        head = connection.recv(65536).decode("latin-1")
        lines += [line for line in head.splitlines() if line.startswith("Host:")]
        connection.sendall(response("\n".join(lines) + "\n"))
# endregion: answer


def response(text):
    body = text.encode()
    head = f"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: {len(body)}\r\nConnection: close\r\n\r\n"
    return head.encode() + body


if __name__ == "__main__":
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain("shop.pem", "shop.key")
    for port, context in ((80, None), (8000, None), (443, tls)):
        threading.Thread(target=listen, args=(port, context)).start()
