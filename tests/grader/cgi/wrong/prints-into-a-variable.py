# rule: cgi-no-output
import io
import sys

sys.stdout = io.StringIO()
print("Content-Type: text/plain; charset=utf-8")
print("")
print("hello")
