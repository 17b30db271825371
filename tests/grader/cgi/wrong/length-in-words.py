# rule: cgi-content-length
print("Content-Type: text/plain; charset=utf-8")
print("Content-Length: five")
print("")
print("hello")
