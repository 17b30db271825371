# rule: wsgi-exception
import os


def app(environ, start_response):
    os._exit(2)  # here
