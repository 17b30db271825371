# rule: cgi-blank-line
print("Content-Type: text/plain; charset=utf-8")
print("<h1>hello</h1>")
