import os

os.environ["SHOP"] = "harbour"
del os.environ["PATH"]
print("Content-Type: text/plain; charset=utf-8")
print("")
print("hello")
