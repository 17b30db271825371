# rule: cgi-hop-by-hop
print("Content-Type: text/plain; charset=utf-8")
print("Connection: keep-alive")
print("")
print("hello")
