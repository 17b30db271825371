"""The same bookshop in FastAPI: ASGI."""

import time

from fastapi import FastAPI, Response, WebSocket

app = FastAPI()


@app.get("/books/42")
async def book():
    return Response("A book.\n", media_type="text/plain")


@app.get("/catalogue")
async def catalogue():
    return Response("x" * 8_000_000, media_type="text/plain")


# region: app
@app.get("/price")
def price():
    time.sleep(0.5)
    return "12.50"


@app.get("/price-async")
async def price_async():
    time.sleep(0.5)  # the same driver: nothing here is awaited
    return "12.50"


@app.websocket("/stock")
async def stock(websocket: WebSocket):
    await websocket.accept()
    await websocket.send_text("3 left")
    await websocket.close()
# endregion: app
