"""The request of a test: a dict from JSON, checked, with what was left out filled in."""

import base64
import binascii
import re
from urllib.parse import quote

HOST = "shop.test"
TOKEN = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")


class RequestProblem(ValueError):
    """The request cannot be used. The message names the field and says what to write."""


class Request:
    """A request as bytes and text. Raises RequestProblem.

    method    capitals                      default GET
    path      text, not percent-encoded     default /; an empty one is the application itself
    query     as sent, without `?`          default empty
    headers   pairs of name and value       Host, and Content-Length of a body, are added unless they are there
    body      text, sent as UTF-8, or `body_base64`
    body_chunks   ASGI: the body in so many events (text)
    scope     ASGI: http, websocket, lifespan, or a kind that nobody knows
    ws_in     ASGI: messages of the client; text, or {"base64": "…"} for a binary one
    subprotocols  ASGI: what the client of a WebSocket offers
    close_code    ASGI: with what the client of a WebSocket leaves, default 1000
    leaves_after  the client leaves after so many blocks of the body (ASGI, WebSocket: after so many messages)
    disconnect_after  ASGI: the client leaves when so many events of its body have come
    sparse    ASGI: keys of events that may be left out are left out
    max_block_ms  ASGI: how long the program may keep the event loop
    patience_ms   ASGI: how long a client waits for a program that waits for it, default 1000
    lifespan  ASGI: the server announces its start before the request, and its end after it
    middleware    WSGI: name of a middleware in the file, which is put around an application of the grader
    twice     whether the program is called again to see that nothing was kept, default true
    """

    def __init__(self, given=None):
        given = {} if given is None else given
        if not isinstance(given, dict):
            raise RequestProblem('the request must be a JSON object, such as {"method": "GET", "path": "/"}')
        unknown = sorted(set(given) - set(FIELDS))
        if unknown:
            raise RequestProblem(f"{unknown[0]}: no such field of a request; write one of {', '.join(FIELDS)}")
        for field, value in given.items():
            check, form = FIELDS[field]
            if value is None or not check(value):
                raise RequestProblem(f"{field}: write {form}, not {value!r}")
        self.method = given.get("method", "GET")
        self.path = given.get("path", "/")
        self.query = given.get("query", "")
        self.scope = given.get("scope", "http")
        self.chunks = _chunks(given)
        self.body = None if self.chunks is None else b"".join(self.chunks)
        self.headers = self._headers(given.get("headers", []))
        self.ws_in = [message if isinstance(message, str) else _bytes(message["base64"], "ws_in") for message in given.get("ws_in", [])]
        self.subprotocols = given.get("subprotocols", [])
        self.close_code = given.get("close_code", 1000)
        self.leaves_after = given.get("leaves_after")
        self.disconnect_after = given.get("disconnect_after")
        self.sparse = given.get("sparse", False)
        self.max_block_ms = given.get("max_block_ms")
        self.patience = given.get("patience_ms", 1000) / 1000
        self.lifespan = given.get("lifespan", False)
        self.middleware = given.get("middleware")
        self.twice = given.get("twice", True)

    @property
    def raw_path(self):
        return quote(self.path, safe="/:@!$&'()*+,;=~-._").encode("ascii")

    def _headers(self, given):
        names = {name.lower() for name, _ in given}
        added = [] if "host" in names else [("Host", HOST)]
        headers = [*added, *((name, value) for name, value in given)]
        if self.body is not None and not names & {"content-length", "transfer-encoding"}:
            headers.append(("Content-Length", str(len(self.body))))
        return headers

    def meta_variables(self):
        """The request as CGI names its parts (RFC 3875 §4.1); text in them is as it came, bytes as Latin-1."""
        path = self.path.encode("utf-8").decode("latin-1")
        variables = {
            "REQUEST_METHOD": self.method,
            "SCRIPT_NAME": "",
            "PATH_INFO": path,
            "QUERY_STRING": self.query,
            "SERVER_NAME": HOST,
            "SERVER_PORT": "80",
            "SERVER_PROTOCOL": "HTTP/1.1",
            "REMOTE_ADDR": "127.0.0.1",
        }
        for name, value in self.headers:
            key = name.upper().replace("-", "_")
            if key == "TRANSFER_ENCODING":
                continue
            key = key if key in ("CONTENT_TYPE", "CONTENT_LENGTH") else f"HTTP_{key}"
            joint = "; " if key == "HTTP_COOKIE" else ", "
            variables[key] = f"{variables[key]}{joint}{value}" if key in variables else value
        return variables


def _chunks(given):
    bodies = [field for field in ("body", "body_base64", "body_chunks") if field in given]
    if len(bodies) > 1:
        raise RequestProblem(f"{bodies[1]}: write `{bodies[0]}` or `{bodies[1]}`, not both")
    if "body" in given:
        return [given["body"].encode("utf-8")]
    if "body_base64" in given:
        return [_bytes(given["body_base64"], "body_base64")]
    return [chunk.encode("utf-8") for chunk in given["body_chunks"]] if bodies else None


def _bytes(text, field):
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        raise RequestProblem(f"{field}: write bytes in Base64, not {text!r}") from None


def _text(value):
    return isinstance(value, str) and not any("\ud800" <= char <= "\udfff" for char in value)


def _matches(pattern):
    return lambda value: _text(value) and re.fullmatch(pattern, value) is not None


def _list_of(check):
    return lambda value: isinstance(value, list) and all(check(item) for item in value)


def _header(pair):
    if not isinstance(pair, list) or len(pair) != 2 or not all(_text(part) for part in pair):
        return False
    name, value = pair
    if name.lower() == "content-length" and not re.fullmatch(r"[0-9]{1,12}", value):
        return False
    return TOKEN.fullmatch(name) is not None and re.fullmatch(r"[\t\x20-\x7e\x80-\xff]*", value) is not None


def _message(value):
    return _text(value) or (isinstance(value, dict) and list(value) == ["base64"] and isinstance(value["base64"], str))


def _number(low, high):
    return lambda value: type(value) is int and low <= value <= high


def _flag(value):
    return type(value) is bool


FIELDS = {
    "method": (_matches(r"[A-Z]{1,20}"), "a method in capitals, such as GET"),
    "path": (_matches(r"(/[^?#]*)?|\*"), "a path that begins with / (or nothing, for the application itself), without query"),
    "query": (_matches(r"(?!\?)[\x21-\x7e]*"), "the query as it is sent, percent-encoded and without `?`"),
    "headers": (_list_of(_header), 'a list of pairs, such as [["Accept", "text/html"]]; values in Latin-1, lengths in digits'),
    "body": (_text, "text, which is sent as UTF-8; other bytes go into `body_base64`"),
    "body_base64": (_text, "bytes in Base64"),
    "body_chunks": (lambda value: _list_of(_text)(value) and value != [], "a list of texts"),
    "scope": (_matches(r"[a-z.]{1,40}"), "http, websocket or lifespan"),
    "ws_in": (_list_of(_message), 'a list of texts; {"base64": "…"} for a binary message'),
    "subprotocols": (_list_of(_matches(TOKEN.pattern)), "a list of names"),
    "close_code": (_number(1000, 4999), "a number from 1000 to 4999"),
    "leaves_after": (_number(1, 10_000), "a number from 1"),
    "disconnect_after": (_number(0, 10_000), "a number from 0"),
    "sparse": (_flag, "true or false"),
    "max_block_ms": (_number(1, 10_000), "milliseconds"),
    "patience_ms": (_number(1, 10_000), "milliseconds"),
    "lifespan": (_flag, "true or false"),
    "middleware": (_matches(r"[A-Za-z_][A-Za-z0-9_]*"), "the name of a function or class in the file"),
    "twice": (_flag, "true or false"),
}
