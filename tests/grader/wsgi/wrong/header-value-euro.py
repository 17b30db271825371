# rule: wsgi-latin-1
def app(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/plain"), ("X-Price", "18.00 €")])  # here
    return [b"hello"]
