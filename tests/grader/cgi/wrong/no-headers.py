# rule: cgi-header-line
print("<h1>hello</h1>")
