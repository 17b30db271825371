# rule: cgi-exception
print("Content-Type: text/plain; charset=utf-8")
print("")
print("Price:")
print(1 // 0)  # here
