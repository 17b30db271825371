# rule: cgi-header-line
import sys

print("Content-Type: text/plain; charset=utf-8")
print("")
sys.stdout.buffer.write(b"hello\n")
sys.stdout.buffer.flush()
