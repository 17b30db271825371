# rule: cgi-content-type
print("Content-Length: 5")
print("")
