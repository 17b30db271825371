"""Says one thing in the shop's chat, and prints the answer."""

import asyncio
import ssl

from websockets.asyncio.client import connect
from websockets.exceptions import InvalidStatus


async def main():
    try:
        async with connect("wss://shop.test/chat", ssl=ssl.create_default_context(cafile="ca.crt")) as socket:
            await socket.send("Hello")
            print(await socket.recv())
    except InvalidStatus as refused:
        print("refused with HTTP", refused.response.status_code)


asyncio.run(main())
