# rule: cgi-header-line
print("{'PATH_INFO': '/'}")
print("Content-Type: text/plain; charset=utf-8")
print("")
print("hello")
