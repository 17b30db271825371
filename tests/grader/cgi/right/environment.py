import os
import sys

assert os.environ["SCRIPT_NAME"] == "/cgi-bin/shop.cgi"
assert os.environ["PATH_INFO"] == "/books/Brontë"
assert os.environ["QUERY_STRING"] == "sort=a%20z"
assert os.environ["HTTP_X_TOKEN"] == "7"
assert os.environ["GATEWAY_INTERFACE"] == "CGI/1.1"
assert "CONTENT_LENGTH" not in os.environ
assert len(sys.argv) == 1
print("Content-Type: text/plain; charset=utf-8")
print("")
print("hello")
