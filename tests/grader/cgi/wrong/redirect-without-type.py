# rule: cgi-client-redirect
print("Status: 303 See Other")
print("Location: https://shop.test/books/42")
print("")
