# rule: cgi-exception
import os

length = int(os.environ["CONTENT_LENGTH"])  # here
print("Content-Type: text/plain; charset=utf-8")
print("")
print("hello")
