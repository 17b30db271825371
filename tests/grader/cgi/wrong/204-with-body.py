# rule: cgi-no-content
print("Status: 204 No Content")
print("Content-Type: text/plain; charset=utf-8")
print("")
print("deleted")
