"""A WSGI application that writes down what it is given: one line of JSON for each request, then answers 200."""

import json
import os

LEFT_OUT = {'wsgi.errors', 'wsgi.file_wrapper', 'wsgi.early_hints', 'gunicorn.socket', 'wsgi.input'}


def app(environ, start_response):
    record = {key: repr(value) for key, value in environ.items() if key not in LEFT_OUT}
    try:
        record['wsgi.input'] = repr(environ['wsgi.input'].read())
    except Exception as error:
        record['wsgi.input'] = type(error).__name__
        raise
    finally:
        with open(os.environ['RECORDS'], 'a', encoding='ascii') as records:
            records.write(json.dumps(record) + '\n')
    start_response('200 OK', [('Content-Type', 'text/plain'), ('Content-Length', '3')])
    return [b'ok\n']
