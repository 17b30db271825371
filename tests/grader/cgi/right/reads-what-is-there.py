import os
import sys

length = int(os.environ.get("CONTENT_LENGTH") or 0)
body = sys.stdin.buffer.read(length).decode()
print("Content-Type: text/plain; charset=utf-8")
print()
print(body)
