# rule: cgi-status
print("Status: 44 Nobody")
print("Content-Type: text/plain; charset=utf-8")
print("")
print("hello")
