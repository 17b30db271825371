# rule: wsgi-content-length
def app(environ, start_response):
    text = "Les Misérables"
    start_response("200 OK", [("Content-Type", "text/plain"), ("Content-Length", str(len(text)))])  # here
    return [text.encode()]
