#!/usr/bin/python3 -IS
print("Content-Type: text/plain\n\nThe Long Way Back")
