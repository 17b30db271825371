# rule: cgi-hop-by-hop
print("Content-Type: text/plain; charset=utf-8")
print("Transfer-Encoding: chunked")
print("")
print("hello")
