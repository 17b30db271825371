# rule: cgi-no-content
print("Status: 304 Not Modified")
print("Content-Type: text/plain; charset=utf-8")
print("")
print("hello")
