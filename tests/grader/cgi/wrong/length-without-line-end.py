# rule: cgi-content-length
body = "hello"
print("Content-Type: text/plain")
print(f"Content-Length: {len(body)}")
print()
print(body)
