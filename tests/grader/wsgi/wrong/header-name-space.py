# rule: wsgi-header-name
def app(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/plain"), ("X Shop", "harbour")])  # here
    return [b"hello"]
