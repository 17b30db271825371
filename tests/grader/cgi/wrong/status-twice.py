# rule: cgi-field-repeated
print("Status: 200 OK")
print("Content-Type: text/plain; charset=utf-8")
print("Status: 404 Not Found")
print("")
print("hello")
