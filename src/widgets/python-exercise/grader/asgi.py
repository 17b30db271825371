"""Grades ASGI applications: ASGI 3.0, HTTP & WebSocket 2.5, Lifespan 2.0.

From src/widgets/python-exercise: `python3 -m grader.asgi APP.py [--request request.json]`.

The application runs in the event loop that is there: in the page that of Pyodide, else one of asyncio. Its client waits
for a while for a program that waits for its client, and then leaves. An application may raise for a scope that it does not
know, for lifespan, and when its client has gone.

With `max_block_ms` in the request, each stretch between two awaits is measured, in all tasks: the processor time that it
used, and the seconds that it spent in `time.sleep`. Other ways of waiting count when they come back in a second run.
"""

import asyncio

from .asgi_clock import Clock
from .asgi_connection import Unknown
from .asgi_http import Http
from .asgi_lifespan import Lifespan
from .asgi_server import SECONDS, Server
from .asgi_websocket import WebSocket
from .program import Program, stage, start_chance
from .request import Request
from .verdict import Broken, Run, result_of
from .wsgi import state_kept

KINDS = {"http": Http, "websocket": WebSocket, "lifespan": Lifespan}


async def grade(source, request=None, filename="app.py"):
    """The verdict on the application in `source` for `request` (grader/request.py), as a dict: grader/__init__.py."""
    program = Program(source, filename)
    run = await grade_run(program, Request(request))
    return result_of(run, program)


async def grade_run(program, request):
    """The first run, with a verdict that also knows the second one: state that was kept is broken rule asgi-state."""
    twice = request.twice and request.scope == "http"
    first, second = await _calls(program, request, 2 if twice else 1)
    if second is None or first.broken is not None:
        return first
    if not second.same_as(first):
        # By what it kept, or by itself (time, chance)? New processes tell.
        again, second_again = await _calls(program, request, 2)
        if again.same_as(first) and second_again is not None and second_again.same_as(second):
            first.broke(state_kept(first, second, "asgi-state"))
    return first


async def _calls(program, request, times):
    """The runs of so many calls in one process: two of them; None for what was not called."""
    runs = [Run("asgi") for _ in range(times)]
    clocks = [Clock(request.max_block_ms, program.filename) for _ in runs]
    with stage(program, runs[0]):
        with clocks[0].running(runs[0]):
            try:
                app = program.application()
            except Broken as broken:
                runs[0].broke(broken)
                return runs[0], None
            start_chance()
            await _serve(runs[0], program, request, app)
        second = runs[1] if times > 1 and runs[0].broken is None else None
        if second:
            with stage(program, second), clocks[1].running(second):
                await _serve(second, program, request, app)
    try:
        clocks[0].check(clocks[1] if second else None)
    except Broken as broken:
        runs[0].broke(broken)
    return runs[0], second


async def _serve(run, program, request, app):
    """One request, between start and end of the server, if the request says so."""
    client = KINDS.get(request.scope, Unknown)(run, request)
    if not request.lifespan:
        await Server(run, program, client).serve(app)
        run.unread = client.unread
        return
    life = Lifespan(run, request, hold=True)
    keeper = Server(run, program, life)
    living = asyncio.ensure_future(keeper.serve(app, 2 * SECONDS))
    while life.state in ("new", "startup") and not keeper.over.is_set():
        await asyncio.sleep(0.001)
    if run.broken is None and life.state != "failed":
        client.scope["state"] = dict(life.scope["state"])
        await Server(run, program, client).serve(app)
        run.unread = client.unread
    life.hold = False
    life.changed()
    await living


if __name__ == "__main__":
    from .command import main

    main("asgi")
