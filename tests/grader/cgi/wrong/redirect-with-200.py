# rule: cgi-client-redirect
print("Status: 200 OK")
print("Location: https://shop.test/books/42")
print("Content-Type: text/plain; charset=utf-8")
print("")
print("Look there.")
