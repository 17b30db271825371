import os
import sys

length = int(os.environ.get("CONTENT_LENGTH") or 0)
body = sys.stdin.read(length)
print("Content-Type: text/plain; charset=utf-8")
print()
print(body)
