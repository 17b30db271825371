# rule: asgi-exception
import sys


async def app(scope, receive, send):
    sys.exit(1)  # here
