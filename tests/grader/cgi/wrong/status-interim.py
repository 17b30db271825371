# rule: cgi-status
print("Status: 100 Continue")
print("Content-Type: text/plain; charset=utf-8")
print("")
print("hello")
