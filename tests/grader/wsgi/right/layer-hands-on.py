def layer(inner):
    return lambda environ, start_response: inner(environ, start_response)
