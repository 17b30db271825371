# rule: cgi-input-limit
import sys

print("Content-Type: text/plain")
print()
for line in sys.stdin:  # here
    print(line)
