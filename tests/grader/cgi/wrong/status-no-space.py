# rule: cgi-status
print("Status: 404Not Found")
print("Content-Type: text/plain; charset=utf-8")
print("")
print("hello")
