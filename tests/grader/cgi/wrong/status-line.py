# rule: cgi-http-line
print("HTTP/1.1 200 OK")
print("Content-Type: text/plain; charset=utf-8")
print("")
print("hello")
