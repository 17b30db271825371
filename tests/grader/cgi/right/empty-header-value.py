print("Content-Type: text/plain; charset=utf-8")
print("X-Shop:")
print("")
print("hello")
