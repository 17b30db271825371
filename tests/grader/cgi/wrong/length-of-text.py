# rule: cgi-content-length
body = "Les Misérables"
print("Content-Type: text/plain; charset=utf-8")
print(f"Content-Length: {len(body)}")
print()
print(body, end="")
