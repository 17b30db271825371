import sys

sys.stdout.buffer.write(b"Content-Type: text/plain\r\n\r\nhello\r\n")
