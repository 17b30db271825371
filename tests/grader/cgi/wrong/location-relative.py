# rule: cgi-location
print("Location: books/42")
print("")
