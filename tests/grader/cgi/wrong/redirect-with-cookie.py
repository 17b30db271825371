# rule: cgi-client-redirect
print("Location: https://shop.test/books/42")
print("Set-Cookie: a=1")
print("")
