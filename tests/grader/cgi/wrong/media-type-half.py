# rule: cgi-media-type
print("Content-Type: text")
print("")
print("hello")
