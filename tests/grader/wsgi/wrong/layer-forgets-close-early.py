# rule: wsgi-close
class Loud:
    """Closes what is inside, but only at its end."""

    def __init__(self, inner):
        self.inner = inner

    def __call__(self, environ, start_response):
        blocks = self.inner(environ, start_response)
        for block in blocks:
            yield block.upper()
        blocks.close()
