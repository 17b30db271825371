"""Asks all seven the same things and shows their status codes side by side."""

import http.client
import json
import sys

NAMES = ["cgi", "wsgi", "asgi", "flask", "django", "fastapi", "falcon"]


def ask(port, method, target, host="shop.test"):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    connection.request(method, target, headers={"Host": host})
    response = connection.getresponse()
    return response, response.read()


# region: requests
QUESTIONS = [
    ("GET", "/books/42?fmt=json"),
    ("GET", "/books/43"),
    ("GET", "/books/abc"),
    ("GET", "/books/42/"),
    ("HEAD", "/books/42"),
    ("POST", "/books/42"),
    ("OPTIONS", "/books/42"),
    ("GET", "/books/42", "evil.test"),
]
# endregion: requests

if sys.argv[1:] == ["bodies"]:
    answers = {}
    for offset, name in enumerate(NAMES):
        response, body = ask(8001 + offset, *QUESTIONS[0])
        answers.setdefault(json.dumps(json.loads(body), sort_keys=True), []).append(name)
    for book, names in answers.items():
        print(f"{len(names)} of 7 answer {book}")
else:
    print(f"{'/books…':18}" + "".join(f" {name}" for name in NAMES))
    for question in QUESTIONS:
        codes = [ask(8001 + offset, *question)[0].status for offset in range(7)]
        label = " ".join(question).replace("/books", "")
        print(f"{label:18}" + "".join(f" {code:>{len(name)}}" for code, name in zip(codes, NAMES)))
