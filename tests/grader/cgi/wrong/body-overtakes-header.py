# rule: cgi-content-length
import sys

body = b"Ordered: Emma\n"
print("Content-Type: text/plain")
print("Content-Length:", len(body))
print()
sys.stdout.buffer.write(body)
