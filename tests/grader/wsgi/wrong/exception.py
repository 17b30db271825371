# rule: wsgi-exception
def app(environ, start_response):
    number = int(environ["QUERY_STRING"])  # here
    start_response("200 OK", [])
    return [b"%d" % number]
