"""Answers slowly, and logs when it begins and ends."""

import time


# region: app
def app(environ, start_response):
    log = environ["wsgi.errors"]
    log.write(f"begin, multithread={environ['wsgi.multithread']}\n")
    time.sleep(0.5)
    log.write("end\n")
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [b"done\n"]
# endregion: app
