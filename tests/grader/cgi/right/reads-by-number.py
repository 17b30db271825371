import os
import sys

length = int(os.environ.get("CONTENT_LENGTH") or 0)
body = os.read(0, length)
print("Content-Type: text/plain; charset=utf-8")
print()
print(body)
