"""The shop in several copies. Each keeps visitors' names in its memory, or lets the visitor keep them."""
import hashlib
import hmac
import os
import secrets
from http.cookies import SimpleCookie

COPY = os.environ["COPY"]
KEY = b"the same in every copy"
names = {}


def sign(name):
    return hmac.new(KEY, name.encode(), hashlib.sha256).hexdigest()


# region: sessions
def remember(name):
    number = secrets.token_hex(8)
    names[number] = name
    return number


def recall(value):
    return names.get(value)


def remember_signed(name):
    return f"{name}.{sign(name)}"


def recall_signed(value):
    name, _, signature = value.partition(".")
    fits = hmac.compare_digest(signature, sign(name))
    return name if fits else None
# endregion: sessions


def app(environ, start_response):
    path = environ["PATH_INFO"]
    cookies = SimpleCookie(environ.get("HTTP_COOKIE", ""))
    headers, status = [("Content-Type", "text/plain")], "200 OK"
    save, load = (remember_signed, recall_signed) if path.startswith("/signed") else (remember, recall)
    # The file stands for a database that this copy cannot reach.
    if os.path.exists(f"{COPY}.cut-off") and path != "/alive":
        status, text = "503 Service Unavailable", "no database"
    elif path.endswith("/login"):
        headers.append(("Set-Cookie", f"visitor={save('ada')}; Path=/; HttpOnly"))
        text = "welcome, ada"
    elif path.endswith("/basket"):
        name = load(cookies["visitor"].value) if "visitor" in cookies else None
        status, text = ("200 OK", f"basket of {name}") if name else ("401 Unauthorized", "who are you?")
    else:
        text = "fine"
    start_response(status, headers)
    return [f"{COPY}: {text}\n".encode()]
