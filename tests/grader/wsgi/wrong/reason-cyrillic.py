# rule: wsgi-latin-1
def app(environ, start_response):
    start_response("404 Не найдено", [("Content-Type", "text/plain")])  # here
    return [b"hello"]
