#!/usr/bin/python3
# region: careless
import os, subprocess
from urllib.parse import parse_qs

words = parse_qs(os.environ["QUERY_STRING"])["q"][0]
print("Content-Type: text/plain\n", flush=True)
subprocess.run("grep -i " + words + " ../titles.txt", shell=True)
# endregion: careless
