# rule: cgi-content-type
print("")
print("Content-Type: text/plain; charset=utf-8")
print("")
print("hello")
