"""A client of the chat: python3 talk.py URL WORDS... ; the word `hang-up` cuts the connection."""

import asyncio
import sys

from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed, InvalidStatus


async def main(url, *words):
    try:
        async with connect(url) as socket:
            for word in words:
                if word == "hang-up":
                    socket.transport.abort()
                    return
                await socket.send(word)
                print(await socket.recv())
            await socket.close(1001 if "leave" in words else 1000)
        print("closed with", socket.close_code)
    except InvalidStatus as refused:
        print("refused with HTTP", refused.response.status_code)
    except ConnectionClosed as closed:
        print("closed with", closed.rcvd.code, closed.rcvd.reason)


asyncio.run(main(*sys.argv[1:]))
