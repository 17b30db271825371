"""What a driver and a connection pool do, without their care for errors."""

import contextlib
import json
import queue
import socket
import time

from flask import g, has_request_context


class DatabaseError(Exception):
    pass


class Connection:
    def __init__(self, port):
        self.stream = socket.create_connection(("127.0.0.1", port)).makefile("rw")
        self.answer()  # the welcome, or a refusal

    def answer(self):
        answer = json.loads(self.stream.readline())
        if "error" in answer:
            raise DatabaseError(answer["error"])
        return answer["rows"]

    def execute(self, sql, *values):
        start = time.perf_counter()
        self.stream.write(json.dumps([sql, values]) + "\n")
        self.stream.flush()
        rows = self.answer()
        if has_request_context():
            g.queries += 1
            g.database += time.perf_counter() - start
        return rows


# region: pool
class Pool:
    def __init__(self, port, size):
        self.port = port
        self.free = queue.LifoQueue()
        for _ in range(size):
            self.free.put(None)  # a place; the connection is opened at first use

    @contextlib.contextmanager
    def connection(self):
        connection = self.free.get()  # waits here when all are out
        try:
            connection = connection or Connection(self.port)
            yield connection
        finally:
            self.free.put(connection)
# endregion: pool
