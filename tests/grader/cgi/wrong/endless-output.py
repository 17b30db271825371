# rule: limit
print("Content-Type: text/plain; charset=utf-8")
print("")
while True:
    print("and on " * 1000)
