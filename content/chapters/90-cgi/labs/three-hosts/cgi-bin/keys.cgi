#!/usr/bin/python3
from wsgiref.handlers import CGIHandler


def app(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/plain")])
    names = ["PATH_INFO", "QUERY_STRING", "wsgi.run_once", "wsgi.multiprocess", "wsgi.multithread"]
    return [f"{name} = {environ[name]!r}\n".encode() for name in names]


CGIHandler().run(app)
