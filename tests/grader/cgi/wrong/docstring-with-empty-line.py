# rule: cgi-content-type
print("""
Content-Type: text/plain

hello""")
