"""The shop's interface for programs, in FastAPI."""

import logging
import pprint
import sys
from contextlib import asynccontextmanager

from fastapi import FastAPI, HTTPException, WebSocket
from fastapi.middleware.cors import CORSMiddleware
from fastapi.responses import JSONResponse
from psycopg_pool import AsyncConnectionPool, PoolTimeout
from pydantic import BaseModel

logging.basicConfig(level=logging.INFO, stream=sys.stderr, format="%(levelname)s %(message)s")
log = logging.getLogger("api")
pool = AsyncConnectionPool(kwargs={"autocommit": True}, min_size=1, max_size=1, timeout=0.5, open=False)


@asynccontextmanager
async def lifespan(app):
    async with pool:
        await pool.wait()
        yield


api = FastAPI(lifespan=lifespan)
api.add_middleware(CORSMiddleware, allow_origins=["https://shop.test"], allow_methods=["POST"], allow_headers=["content-type"])


@api.exception_handler(PoolTimeout)
async def busy(request, error):
    log.warning("no connection to the database became free in 0.5 s")
    return JSONResponse({"detail": "Busy, try again."}, 503, {"Retry-After": "2"})


@api.get("/books/{number}")
async def book(number: int):
    async with pool.connection() as db:
        row = await (await db.execute("SELECT title, price FROM book WHERE id = %s", [number])).fetchone()
    if row is None:
        raise HTTPException(404)
    return {"title": row[0], "price": row[1]}


class Order(BaseModel):
    book: int


@api.post("/orders", status_code=201)
async def order(wanted: Order):
    async with pool.connection() as db:
        await db.execute("INSERT INTO orders (book_id) VALUES (%s)", [wanted.book])
    log.info("ordered: book %s", wanted.book)
    return {"ordered": wanted.book}


@api.get("/sales")
async def sales():
    async with pool.connection() as db:
        await db.execute("SELECT pg_sleep(1.8)")
    return {"sold": 3}


@api.websocket("/chat")
async def chat(socket: WebSocket):
    await socket.accept()
    async for words in socket.iter_text():
        await socket.send_text(f"{words}? This is the bookseller.")


async def app(scope, receive, send):
    """Keeps the scope and the events of the latest connection in a file, to be looked at."""
    if scope["type"] == "lifespan":
        return await api(scope, receive, send)
    with open("asgi.txt", "w") as out:

        def show(name, value):
            print(f"{name} {pprint.pformat(value, width=100)}", file=out, flush=True)

        async def shown_receive():
            event = await receive()
            show("receive:", event)
            return event

        async def shown_send(event):
            show("send:", event)
            await send(event)

        show("scope:", {name: value for name, value in scope.items() if name != "state"})
        await api(scope, shown_receive, shown_send)
