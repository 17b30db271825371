#!/usr/bin/python3
# region: app
import os, sys
from urllib.parse import parse_qs

print("order received", flush=True)
length = int(os.environ.get("CONTENT_LENGTH") or 0)
form = parse_qs(sys.stdin.read(length))

print("Content-Type: text/plain")
print()
print("Thank you for ordering", form["copies"][0], "copies.")
# endregion: app
