# rule: cgi-input-limit
print("Content-Type: text/plain")
print()
print(input())  # here
