# rule: cgi-content-type
print("Status: 404 Not Found")
print("")
print("No such book.")
