def app(environ, start_response):
    return ["Welcome to the bookshop.\n".encode()]
