# rule: wsgi-exc-info
def app(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/plain")])
    try:
        1 // 0
    except ZeroDivisionError as error:
        start_response("500 Internal Server Error", [("Content-Type", "text/plain")], error)  # here
    return [b"hello"]
