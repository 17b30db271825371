from functools import partial


def shop(name, environ, start_response):
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [name.encode()]


app = partial(shop, "harbour")
