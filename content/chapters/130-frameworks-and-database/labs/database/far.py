"""Puts a server 20 ms further away: passes bytes on, and holds each answer back."""

import asyncio
import sys

listen, server, delay = int(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3])


async def pass_on(reader, writer, wait):
    while data := await reader.read(65536):
        await asyncio.sleep(wait)
        writer.write(data)
        await writer.drain()
    writer.close()


async def client(reader, writer):
    far_reader, far_writer = await asyncio.open_connection("127.0.0.1", server)
    await asyncio.gather(pass_on(reader, far_writer, 0), pass_on(far_reader, writer, delay), return_exceptions=True)


async def main():
    async with await asyncio.start_server(client, "127.0.0.1", listen) as relay:
        await relay.serve_forever()


asyncio.run(main())
