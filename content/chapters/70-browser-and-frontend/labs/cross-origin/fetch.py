"""The part of a browser that stands between a script's fetch() and the network, cut down to its rules.

python3 fetch.py PAGE METHOD URL [CONTENT-TYPE BODY]
"""

import sys
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

FORMS = ("application/x-www-form-urlencoded", "multipart/form-data", "text/plain")


def origin(url):
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


# region: rules
def fetch(page, method, url, headers, body):
    me = origin(page)
    if origin(url) == me:
        return send(method, url, headers, body)

    simple_type = headers.get("Content-Type", "text/plain") in FORMS
    if method not in ("GET", "HEAD", "POST") or not simple_type:
        ask = {"Origin": me, "Access-Control-Request-Method": method}
        if not simple_type:
            ask["Access-Control-Request-Headers"] = "content-type"
        told = send("OPTIONS", url, ask, None)
        if told.status not in range(200, 300) or not permits(told, me, method):
            raise Blocked("the preflight was refused: nothing else was sent")

    answer = send(method, url, {**headers, "Origin": me}, body)
    if answer.headers["Access-Control-Allow-Origin"] not in (me, "*"):
        raise Blocked("the answer came, and is kept from the script")
    return answer
# endregion: rules


def permits(told, me, method):
    return (
        told.headers["Access-Control-Allow-Origin"] in (me, "*")
        and method in ("GET", "HEAD", "POST", *told.headers.get("Access-Control-Allow-Methods", "").split(", "))
        and "content-type" in told.headers.get("Access-Control-Allow-Headers", "")
    )


class Blocked(Exception):
    pass


def send(method, url, headers, body):
    try:
        return urlopen(Request(url, body, headers, method=method))
    except HTTPError as error:
        return error


page, method, url, *rest = sys.argv[1:]
headers, body = ({"Content-Type": rest[0]}, rest[1].encode()) if rest else ({}, None)
try:
    answer = fetch(page, method, url, headers, body)
    print(f"script: {answer.status}", answer.read().decode().strip())
except Blocked as why:
    print(f"script: TypeError ({why})")
