# rule: cgi-content-type
print("Content-Type:")
print("")
print("hello")
