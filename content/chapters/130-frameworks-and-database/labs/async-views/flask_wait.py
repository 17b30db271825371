"""A Flask application whose view waits half a second, by `await`."""

import asyncio

from flask import Flask

app = Flask(__name__)


# region: view
@app.get("/")
async def wait():
    await asyncio.sleep(0.5)
    return "ok"
# endregion: view
