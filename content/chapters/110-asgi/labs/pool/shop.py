"""A FastAPI shop with an ordinary function and an asynchronous one."""

import asyncio
import time

from fastapi import FastAPI

app = FastAPI()


# region: endpoints
@app.get("/plain")
def plain():
    time.sleep(1)


@app.get("/async")
async def asynchronous():
    await asyncio.sleep(1)
# endregion: endpoints
