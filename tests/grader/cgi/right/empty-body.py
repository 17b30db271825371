print("Content-Type: text/plain")
print("")
