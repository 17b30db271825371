print("Status: 204 No Content")
print("")
