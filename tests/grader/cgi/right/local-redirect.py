print("Location: /books/42?fmt=json")
print("")
