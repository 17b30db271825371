import sys

print("Content-Type: text/plain\n", flush=True)
sys.stdout.buffer.write(b"hello\n")
