"""Graders for programs that keep CGI, WSGI or ASGI: they play the server, and say which rule was broken.

Plain Python, standard library only: the same in the reader's browser (Pyodide) and under CPython 3.11 or later.
`rules.py` holds the rules in the words of their specifications.
"""
