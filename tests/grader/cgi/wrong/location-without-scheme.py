# rule: cgi-location
print("Location: //shop.test/books/42")
print("")
