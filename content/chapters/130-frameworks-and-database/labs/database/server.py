"""A database server small enough to read: SQLite inside, a socket outside.

Like PostgreSQL it has one process for each connection and a limit of connections. It lacks all the rest: users,
passwords, encryption, a query planner of its own, and safety against what clients send.
"""

import json
import os
import socket
import sqlite3
import sys
import time

port, limit, distance = int(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3])


def serve(connection):
    """Answers one client until it leaves. A question is a line of JSON, and so is an answer."""
    database = sqlite3.connect("shop.db", isolation_level=None)
    database.create_function("sleep", 1, time.sleep)
    stream = connection.makefile("rw")
    for line in stream:
        sql, values = json.loads(line)
        time.sleep(distance)  # as if it stood further away
        print(sql, flush=True)
        try:
            answer = {"rows": database.execute(sql, values).fetchall()}
        except sqlite3.Error as error:
            answer = {"error": str(error)}
        stream.write(json.dumps(answer) + "\n")
        stream.flush()


# region: listen
listener = socket.create_server(("127.0.0.1", port))
children = set()
while True:
    connection, _ = listener.accept()
    children = {child for child in children if os.waitpid(child, os.WNOHANG) == (0, 0)}
    if len(children) >= limit:
        connection.sendall(b'{"error": "too many connections"}\n')
    elif child := os.fork():
        children.add(child)
    else:
        connection.sendall(b'{"rows": []}\n')  # welcome
        serve(connection)
        os._exit(0)
    connection.close()
# endregion: listen
