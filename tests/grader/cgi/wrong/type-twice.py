# rule: cgi-field-repeated
print("Content-Type: text/plain; charset=utf-8")
print("content-type: text/html")
print("")
print("hello")
