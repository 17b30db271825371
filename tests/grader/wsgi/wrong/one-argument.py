# rule: wsgi-arguments
def app(environ):  # here
    return [b"hello"]
