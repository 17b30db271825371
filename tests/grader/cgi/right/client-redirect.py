print("Location: https://shop.test/books/42#price")
print("")
