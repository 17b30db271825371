print('Content-Type: text/plain')
print()
print(input().upper())
