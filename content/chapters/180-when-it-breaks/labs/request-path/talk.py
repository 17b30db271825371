"""Says one thing in the shop's chat, and prints what is heard."""

import asyncio
import ssl

from websockets.asyncio.client import connect


async def main():
    async with connect("wss://api.shop.test/chat", ssl=ssl.create_default_context(cafile="ca.crt"), compression=None) as socket:
        print("<", socket.response.status_code, socket.response.reason_phrase)
        await socket.send("Hello")
        print("> Hello")
        print("<", await socket.recv())
    print("closed with", socket.close_code)


asyncio.run(main())
