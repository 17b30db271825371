"""The shop of shop.py for ASGI: awaiting, blocking the loop, or in a pool of threads."""

import asyncio
import os

from shop import compute, numbers, work


def asgi(handle):
    async def app(scope, receive, send):
        if scope["type"] == "lifespan":
            await receive()
            await send({"type": "lifespan.startup.complete"})
            await receive()
            await send({"type": "lifespan.shutdown.complete"})
            return
        await handle(scope["query_string"].decode())
        body = f"{os.getpid()}\n".encode()
        await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", str(len(body)).encode())]})
        await send({"type": "http.response.body", "body": body})

    return app


async def wait(query):
    cpu, seconds = numbers(query)
    compute(cpu)
    await asyncio.sleep(seconds)


async def block(query):
    work(query)


async def give_to_thread(query):
    from starlette.concurrency import run_in_threadpool  # what FastAPI uses

    await run_in_threadpool(work, query)


async def give_to_few_threads(query):
    from anyio import to_thread

    to_thread.current_default_thread_limiter().total_tokens = 8
    await give_to_thread(query)


awaits = asgi(wait)
blocks = asgi(block)
pool = asgi(give_to_thread)
pool_of_8 = asgi(give_to_few_threads)
