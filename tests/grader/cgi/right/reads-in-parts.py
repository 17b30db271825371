import os
import sys

length = int(os.environ.get("CONTENT_LENGTH") or 0)
body = b"".join(sys.stdin.buffer.read(1) for _ in range(length)).decode()
print("Content-Type: text/plain; charset=utf-8")
print()
print(body)
