import os

assert "PATH_INFO" not in os.environ
print("Content-Type: text/plain\n")
print("hello")
