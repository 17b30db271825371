def loud(inner):
    def app(environ, start_response):
        blocks = inner(environ, start_response)
        try:
            for block in blocks:
                yield block.upper()
        finally:
            blocks.close()

    return app
