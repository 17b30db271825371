"""An answer in five blocks, with something to give back at the end."""

import time


# region: app
def app(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/plain")])
    return pages(environ["wsgi.errors"])


def pages(log):
    made = 0
    try:
        for number in range(1, 6):
            made += 1
            yield f"page {number}\n".encode()
            time.sleep(0.5)
    finally:
        log.write(f"given back after {made} of 5 pages\n")
# endregion: app
