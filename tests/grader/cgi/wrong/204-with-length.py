# rule: cgi-no-content
print("Status: 204 No Content")
print("Content-Length: 0")
print("")
