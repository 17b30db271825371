"""The stock page again; its event loop reports every step that takes too long."""

import asyncio

import stock


# region: app
async def app(scope, receive, send):
    asyncio.get_running_loop().set_debug(True)
    await stock.app(scope, receive, send)
# endregion: app
