"""Takes orders from a form."""

import os
import sys
from urllib.parse import parse_qs

length = int(os.environ.get("CONTENT_LENGTH") or 0)
form = parse_qs(sys.stdin.buffer.read(length).decode())
title = form.get("title", [""])[0]
if title:
    status, text = "200 OK", f"Ordered: {title}\n"
else:
    status, text = "400 Bad Request", "Which book?\n"

body = text.encode()
header = f"Status: {status}\nContent-Type: text/plain; charset=utf-8\nContent-Length: {len(body)}\n"
sys.stdout.buffer.write(header.encode() + body)
