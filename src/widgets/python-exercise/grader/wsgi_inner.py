"""An application of the grader, around which a reader's middleware is put: it sees whether the middleware keeps the rules."""

from .verdict import Broken

#: What it yields.
BLOCKS = (b"first\n", b"second\n")


class Inner:
    """A WSGI application that counts how often its responses are closed."""

    def __init__(self, run):
        self._run = run
        self._responses = []

    def __call__(self, environ, start_response):
        self._run.exchange.add("app", "the application inside is called")
        start_response("200 OK", [("Content-Type", "text/plain")])
        response = _Response(self._run)
        self._responses.append(response)
        return response

    def check(self):
        """Raises Broken unless each response was closed once."""
        for response in self._responses:
            if response.closed != 1:
                sent = "close() of the response inside was never called" if not response.closed else f"close() of the response inside was called {response.closed} times"
                raise Broken("wsgi-close", sent, "one call, at the end, however it ends")


class _Response:
    def __init__(self, run):
        self._run = run
        self._blocks = iter(BLOCKS)
        self.closed = 0

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._blocks)

    def close(self):
        self.closed += 1
        self._run.exchange.add("server", "close() of the response inside")
