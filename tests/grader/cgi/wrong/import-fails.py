# rule: python-error
import flask_of_nobody  # here

print("Content-Type: text/plain; charset=utf-8")
print("")
print("hello")
