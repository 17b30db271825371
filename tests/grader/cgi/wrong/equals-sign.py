# rule: cgi-header-line
print("Content-Type=text/plain")
print("")
print("hello")
