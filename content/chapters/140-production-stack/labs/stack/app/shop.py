"""The bookshop, as it goes into production."""

import asyncio
import logging
from pathlib import Path

from fastapi import FastAPI, HTTPException, Request, WebSocket

MEDIA = Path("/srv/shop/media")
log = logging.getLogger("uvicorn.error")  # Gunicorn's log
app = FastAPI()


# region: pages
@app.get("/books/{number}")
async def book(number: int, request: Request):
    return {"title": "The Long Way Back", "url": str(request.url), "for": request.client.host}


@app.post("/orders", status_code=202)
async def order():
    return {"ordered": True}


@app.put("/covers/{number}", status_code=201)
async def cover(number: int, request: Request):
    (MEDIA / f"{number}.jpg").write_bytes(await request.body())
    return {"url": f"/media/{number}.jpg"}
# endregion: pages


# region: search
async def catalogue(words: str, request: Request):
    await asyncio.sleep(3 if words == "everything" else 0.01)  # stands for a database
    log.info("catalogue: done, id=%s", request.headers["x-request-id"])
    return [42]


@app.get("/search/patient")
async def search(words: str, request: Request):
    return await catalogue(words, request)


@app.get("/search/limited")
async def limited_search(words: str, request: Request):
    try:
        async with asyncio.timeout(1):
            return await catalogue(words, request)
    except TimeoutError:
        raise HTTPException(503, "The catalogue is slow today.") from None
# endregion: search


# region: chat
@app.websocket("/chat")
async def chat(socket: WebSocket):
    await socket.accept()
    async for words in socket.iter_text():
        await socket.send_text(f"{words}? This is the bookseller.")
# endregion: chat
