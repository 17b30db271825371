import os

os.write(1, b"Content-Type: text/plain\n\nhello\n")
os._exit(0)
