# rule: asgi-callable
app = {"type": "http"}
