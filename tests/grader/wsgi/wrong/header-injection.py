# rule: wsgi-header-value
def app(environ, start_response):
    shop = "harbour\r\nSet-Cookie: admin=1"
    start_response("200 OK", [("Content-Type", "text/plain"), ("X-Shop", shop)])  # here
    return [b"hello"]
