# rule: wsgi-exception
import sys


def app(environ, start_response):
    sys.exit("no such page")  # here
