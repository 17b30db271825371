"""An application that loads a catalogue of 64 MiB when it is imported."""

# region: app
CATALOGUE = b"x" * (64 * 1024 * 1024)


def app(environ, start_response):
    start_response("200 OK", [("Content-Length", "3")])
    return [b"ok\n"]
# endregion: app
