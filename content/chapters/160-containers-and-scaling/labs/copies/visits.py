"""Asks the shop N times and counts which status came, and from which copy."""
import sys
import urllib.error
import urllib.request
from collections import Counter

answers = Counter()
for _ in range(int(sys.argv[1])):
    try:
        with urllib.request.urlopen("http://shop.test/") as answer:
            answers[answer.status, answer.read().decode().split(":")[0]] += 1
    except urllib.error.HTTPError as error:
        answers[error.code, error.read().decode().split(":")[0]] += 1
for (status, copy), count in sorted(answers.items()):
    print(f"{count} x {status} by {copy}")
