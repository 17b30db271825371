"""Takes orders from a form."""

import os
import sys
from urllib.parse import parse_qs

form = parse_qs(os.environ.get("QUERY_STRING", ""))
title = form.get("title", ["nothing"])[0]

print("Content-Type: text/plain; charset=utf-8")
print()
print("Ordered:", title)
