# rule: cgi-input-limit
import sys

try:
    body = sys.stdin.read()  # here
except Exception:
    body = ""
print("Content-Type: text/plain; charset=utf-8")
print("")
print("hello")
