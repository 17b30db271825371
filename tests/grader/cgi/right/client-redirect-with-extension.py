print("Location: https://shop.test/")
print("X-CGI-Shop: harbour")
print("")
