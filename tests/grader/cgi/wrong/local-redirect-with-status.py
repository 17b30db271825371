# rule: cgi-local-redirect
print("Status: 302 Found")
print("Location: /books/42")
print("")
