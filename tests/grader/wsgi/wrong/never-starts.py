# rule: wsgi-start-response-missing
def app(environ, start_response):
    return [b"hello"]
