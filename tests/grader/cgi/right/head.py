print("Content-Type: text/plain; charset=utf-8")
print("Content-Length: 500")
print("")
