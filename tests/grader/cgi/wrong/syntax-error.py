# rule: python-error
print("Content-Type: text/plain"  # here
