# rule: cgi-header-value
print("Content-Type: text/plain; charset=utf-8")
print("X-Shop: harbour\u0000")
print("")
print("hello")
