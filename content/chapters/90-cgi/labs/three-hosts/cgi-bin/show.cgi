#!/usr/bin/python3
# region: app
import os, sys

length = int(os.environ.get("CONTENT_LENGTH") or 0)
body = sys.stdin.buffer.read(length)

print("Content-Type: text/plain; charset=utf-8")
print()
for name in sorted(os.environ):
    print(f"{name} = {os.environ[name]!r}")
print("standard input:", body)
# endregion: app
