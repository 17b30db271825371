# rule: python-error
def app(environ, start_response)  # here
    return []
