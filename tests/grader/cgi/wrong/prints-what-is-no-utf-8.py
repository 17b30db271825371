# rule: cgi-exception
print("Content-Type: text/plain; charset=utf-8")
print("")
print("\udce9")  # here
