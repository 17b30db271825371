# rule: cgi-input-limit
import os
import sys

length = int(os.environ.get("CONTENT_LENGTH") or 0)
body = os.read(0, 65536) + os.read(0, 65536)  # here
print("Content-Type: text/plain; charset=utf-8")
print()
print(body)
