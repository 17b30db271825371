"""A hundred questions: over one connection, and over a new one each."""

import time

import psycopg

COUNT = 100


# region: cost
def kept():
    with psycopg.connect("", autocommit=True) as db:
        for _ in range(COUNT):
            db.execute("SELECT 1")


def new_each_time():
    for _ in range(COUNT):
        with psycopg.connect("", autocommit=True) as db:
            db.execute("SELECT 1")
# endregion: cost


def clock(job):
    start = time.perf_counter()
    job()
    return time.perf_counter() - start


one = clock(kept)
many = clock(new_each_time)
print(f"a new connection for each question: {many / one:.0f} times as long")
