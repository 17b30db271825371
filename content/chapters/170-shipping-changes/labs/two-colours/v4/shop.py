"""Version v4 of the shop."""

import os


# region: app
def app(environ, start_response):
    body = f"books, version 4, {os.environ['CURRENCY']}\n".encode()
    start_response("200 OK", [("Content-Length", str(len(body)))])
    return [body]
# endregion: app
