# rule: cgi-header-line
print("Content-Type: text/plain; charset=utf-8")
print("X Shop: harbour")
print("")
print("hello")
