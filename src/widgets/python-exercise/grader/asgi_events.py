"""What a strict server checks in the events that an ASGI application sends, one by one."""

from .http_rules import TOKEN, length_of
from .verdict import Broken, kind, show

#: RFC 6455 §7.4 and the IANA registry: codes that may stand in a Close frame.
CLOSE_CODES = frozenset((*range(1000, 1004), *range(1007, 1015), *range(3000, 5000)))


def event_type(event):
    """The type of an event that was sent."""
    if type(event) is not dict:
        raise Broken("asgi-event-dict", f"an event of type {kind(event)}: {show(event)}", 'a dict, such as {"type": "http.response.body", "body": b"…"}')
    if not isinstance(event.get("type"), str):
        raise Broken("asgi-event-dict", f"an event without type: {show(event)}", 'a key "type" with a str')
    return event["type"]


def unknown_event(name, protocol, known):
    """The Broken for an event that does not belong here."""
    other = name.partition(".")[0]
    if other != protocol and other in ("http", "websocket", "lifespan"):
        return Broken("asgi-unknown-scope", f"{name}, when scope['type'] is {protocol!r}", f"an exception for a scope that it does not know: it was called for {protocol}")
    return Broken("asgi-event-type", f"an event of type {name!r}", f"one of {', '.join(known)}")


def status_of(event):
    status = event.get("status")
    if not isinstance(status, int) or isinstance(status, bool):
        told = f"status of type {kind(status)}: {show(status)}" if "status" in event else "http.response.start without status"
        raise Broken("asgi-status-int", told, "an int, such as 200")
    if 100 <= status < 200:
        raise Broken("asgi-status-final", f"status {status}", "a final status, 200 or more")
    if not 200 <= status <= 999:
        raise Broken("asgi-status-int", f"status {status}", "three digits")
    return int(status)


def headers_of(event):
    """Headers of an event as a list of pairs of bytes."""
    headers = event.get("headers", [])
    form = 'pairs of bytes, such as [(b"content-type", b"text/plain")]'
    if isinstance(headers, (dict, str, bytes)) or not hasattr(type(headers), "__iter__"):
        raise Broken("asgi-headers", f"headers of type {kind(headers)}: {show(headers)}", form)
    pairs = []
    for item in headers:
        if isinstance(item, (str, bytes, dict)) or not hasattr(type(item), "__iter__"):
            raise Broken("asgi-headers", f"a header of type {kind(item)}: {show(item)}", form)
        pair = list(item)
        if len(pair) != 2:
            raise Broken("asgi-headers", f"a header with {len(pair)} items: {show(item)}", form)
        pairs.append(_header(*pair))
    return pairs


def _header(name, value):
    for what, part in (("header name", name), (f"value of {show(name)}", value)):
        if not isinstance(part, bytes):
            raise Broken("asgi-header-bytes", f"{what} of type {kind(part)}: {show(part)}", "bytes" + (f": b{part!r}" if type(part) is str and part.isascii() else ""))
    if not TOKEN.fullmatch(name.decode("latin-1")):
        raise Broken("asgi-header-name", f"header name {show(name)}", 'letters, digits and hyphens, such as b"content-type"')
    if name != name.lower():
        raise Broken("asgi-header-lower-case", f"header name {show(name)}", f"{name.lower()!r}")
    if any(char in value for char in b"\r\n\0"):
        raise Broken("asgi-header-value", f"{show(name)}: {show(value)}", "a value without \\r, \\n and \\0")
    return name, value


def check_length(answer):
    """The announced length; raises Broken when it is not a number."""
    length = length_of(answer.values("content-length"))
    if isinstance(length, str):
        raise Broken("asgi-content-length", length, "the number of bytes, once, in digits")
    return length


def body_of(event):
    """Body of http.response.body, and whether more follows."""
    body, more = event.get("body", b""), event.get("more_body", False)
    if type(body) is not bytes:
        raise Broken("asgi-body-bytes", f"body of type {kind(body)}: {show(body)}", "bytes" + (": text becomes bytes by .encode()" if type(body) is str else ""))
    if type(more) is not bool:
        raise Broken("asgi-more-body-bool", f"more_body of type {kind(more)}: {show(more)}", "True or False")
    return body, more


def message_of(event):
    """The message of websocket.send: bytes or str."""
    given = {key: event.get(key) for key in ("bytes", "text") if event.get(key) is not None}
    if len(given) != 1:
        told = "both bytes and text" if given else "neither bytes nor text"
        raise Broken("asgi-websocket-payload", f"websocket.send with {told}", "exactly one of them")
    (key, value), = given.items()
    wanted = bytes if key == "bytes" else str
    if type(value) is not wanted:
        raise Broken("asgi-websocket-payload", f"{key} of type {kind(value)}: {show(value)}", f"{kind(wanted())} in the key {key}")
    return value


def close_of(event):
    """Code and reason of websocket.close."""
    code, reason = event.get("code", 1000), event.get("reason")
    if not isinstance(code, int) or isinstance(code, bool) or code not in CLOSE_CODES:
        raise Broken("asgi-websocket-close-code", f"code {show(code)}", "1000, or another code that may be sent; 4000 to 4999 are free to use")
    if reason is not None and (not isinstance(reason, str) or len(reason.encode("utf-8", "replace")) > 123):
        raise Broken("asgi-websocket-close-reason", f"reason {show(reason, 60)}", "a str of at most 123 bytes")
    return code, reason or ""


def accept_of(event, offered):
    """Subprotocol and headers of websocket.accept."""
    chosen = event.get("subprotocol")
    headers = headers_of(event)
    if any(name == b"sec-websocket-protocol" for name, _ in headers):
        raise Broken("asgi-websocket-subprotocol", "a header sec-websocket-protocol", "the key subprotocol")
    if chosen is not None and chosen not in offered:
        told = f"and the client offered {', '.join(offered)}" if offered else "and the client offered none"
        raise Broken("asgi-websocket-subprotocol", f"subprotocol {show(chosen)}, {told}", "one that was offered, or none")
    return chosen, headers
