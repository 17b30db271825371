# rule: python-error
import no_such_module_anywhere  # here


def app(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [b"hello"]
