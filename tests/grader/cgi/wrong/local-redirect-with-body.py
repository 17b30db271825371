# rule: cgi-local-redirect
print("Location: /books/42")
print("")
print("Look there.")
