"""A shop that opens its till in the morning and closes it at night, with Starlette."""

import contextlib
import sys

from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route


@contextlib.asynccontextmanager
async def day(app):
    print("till: open", file=sys.stderr)
    yield
    print("till: closed", file=sys.stderr)


async def visit(request):
    return PlainTextResponse("We are open.\n")


app = Starlette(routes=[Route("/", visit)], lifespan=day)
