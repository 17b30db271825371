# rule: asgi-exception
import asyncio
import sys


async def look_up():
    sys.exit(2)  # here


async def app(scope, receive, send):
    await asyncio.gather(look_up(), look_up())
