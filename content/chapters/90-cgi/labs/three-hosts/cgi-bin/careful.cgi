#!/usr/bin/python3
import os, subprocess
from urllib.parse import parse_qs

words = parse_qs(os.environ["QUERY_STRING"])["q"][0]
print("Content-Type: text/plain\n", flush=True)
# region: careful
subprocess.run(["grep", "-i", "-e", words, "../titles.txt"])
# endregion: careful
