print("Status: 304 Not Modified")
print("ETag: \"1\"")
print("")
