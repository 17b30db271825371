# rule: cgi-blank-line
print("Content-Type: text/plain; charset=utf-8")
