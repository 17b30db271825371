# rule: cgi-no-output
import os

print("Content-Type: text/plain; charset=utf-8")
print("")
print("hello")
os._exit(0)
