"""Uvicorn four times in one process: httptools and h11, each in the clear and with TLS below a mount point.

    python3 scope.py '[{"http": "h11", "host": "127.0.0.1", "port": 80, "records": "file", "options": {…}}, …]'

Each writes down what its application is given, one line of JSON for each request, and what its parser objects to.
"""

import asyncio
import json
import logging
import sys

import uvicorn

SOFTWARE = json.loads(sys.argv[1])


def recorder(name):
    def record(entry):
        with open(name, 'a', encoding='ascii') as records:
            records.write(json.dumps(entry) + '\n')

    async def app(scope, receive, send):
        # Repr at once: what is added to the list of headers later is not what the application was called with.
        first = {key: repr(value) for key, value in scope.items() if key not in ('asgi', 'state', 'extensions')}
        if scope['type'] != 'http':
            return record({'scope': first, 'events': []})
        events = []
        while True:
            event = await receive()
            events.append(repr(event))
            if event['type'] == 'http.disconnect' or not event['more_body']:
                break
        record({'scope': first, 'events': events})
        await send({'type': 'http.response.start', 'status': 200, 'headers': [(b'content-length', b'3')]})
        await send({'type': 'http.response.body', 'body': b'ok\n'})

    return app


class Objections(logging.Handler):
    """Uvicorn logs one sentence for all mistakes; the parser's own words are in the exception that it handles."""

    def emit(self, entry):
        error = sys.exc_info()[1]
        frame = sys._getframe()
        while frame and 'self' not in frame.f_locals or not hasattr(frame.f_locals['self'], 'transport'):
            frame = frame.f_back
        port = frame.f_locals['self'].server[1]
        host = frame.f_locals['self'].server[0]
        inner = error.__context__ if type(error).__name__ == 'HttpParserCallbackError' else None
        words = f'{type(error).__name__}: {error}' if inner is None else f'{type(inner).__name__}: {inner}'
        for one in SOFTWARE:
            if (one['host'], one['port']) == (host, port):
                with open(one['records'], 'a', encoding='ascii') as records:
                    records.write(json.dumps({'objection': words, 'logged': entry.getMessage()}) + '\n')


async def main():
    servers = []
    for one in SOFTWARE:
        config = uvicorn.Config(
            recorder(one['records']), http=one['http'], host=one['host'], port=one['port'], lifespan='off', log_config=None, **one['options']
        )
        servers.append(uvicorn.Server(config))
    logger = logging.getLogger('uvicorn.error')
    logger.setLevel(logging.WARNING)
    logger.addHandler(Objections())
    await asyncio.gather(*(server.serve() for server in servers))


asyncio.run(main())
