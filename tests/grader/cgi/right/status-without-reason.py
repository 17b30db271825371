print("Status: 404")
print("Content-Type: text/plain; charset=utf-8")
print("")
print("No such book.")
