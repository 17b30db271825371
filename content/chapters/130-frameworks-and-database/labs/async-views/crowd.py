"""Sends N requests at the same moment and says how many waits of half a second passed until all were answered."""

import asyncio
import sys
import time

SECONDS = 0.5


async def visit(port, path):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(f"GET {path} HTTP/1.1\r\nHost: shop.test\r\nConnection: close\r\n\r\n".encode())
    answer = await reader.read()
    writer.close()
    assert answer.startswith(b"HTTP/1.1 200"), answer[:80]


async def crowd(count, port, path="/"):
    # region: crowd
    start = time.monotonic()
    await asyncio.gather(*(visit(port, path) for _ in range(count)))
    return time.monotonic() - start
    # endregion: crowd


def measure(count, port, path="/"):
    """A busy machine only adds time. A try with more than 0.15 s beyond whole waits is made again; the shortest of three counts."""
    total = float("inf")
    for _ in range(3):
        total = min(total, asyncio.run(crowd(count, port, path)))
        if total % SECONDS < 0.15:
            break
    print(f"{count} at once: {total:.2f} s, {int(total / SECONDS)} x 0.5 s")


measure(int(sys.argv[1]), int(sys.argv[2]), *sys.argv[3:])
