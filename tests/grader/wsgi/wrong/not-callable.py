# rule: wsgi-callable
app = [b"hello"]
