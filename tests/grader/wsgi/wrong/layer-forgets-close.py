# rule: wsgi-close
def loud(inner):
    def app(environ, start_response):
        for block in inner(environ, start_response):
            yield block.upper()

    return app
