import sys

body = "Les Misérables\n".encode()
print("Content-Type: text/plain; charset=utf-8")
print(f"Content-Length: {len(body)}\n", flush=True)
sys.stdout.buffer.write(body)
