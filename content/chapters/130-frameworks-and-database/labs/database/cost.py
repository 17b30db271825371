"""Two hundred questions: over one connection, and over a new one each."""

import time

from driver import Connection

PORT, COUNT = 7001, 200


# region: cost
def kept():
    connection = Connection(PORT)
    for _ in range(COUNT):
        connection.execute("SELECT 1")


def new_each_time():
    for _ in range(COUNT):
        connection = Connection(PORT)
        connection.execute("SELECT 1")
        connection.stream.close()
# endregion: cost


def clock(job):
    start = time.perf_counter()
    job()
    return time.perf_counter() - start


one = clock(kept)
many = clock(new_each_time)
print(f"a new connection for each question: {many / one:.0f} times as long")
