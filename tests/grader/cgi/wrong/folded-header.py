# rule: cgi-one-line
print("Content-Type: text/plain; charset=utf-8")
print("X-Shop: harbour,")
print(" street 7")
print("")
print("hello")
