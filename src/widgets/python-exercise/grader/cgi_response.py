"""What a CGI program printed, read as a strict server reads it (RFC 3875 §6)."""

import re

from .http_rules import HOP_BY_HOP, NO_CONTENT, TOKEN, bytes_of, length_of
from .verdict import Broken, show

_CONTROL = re.compile(r"[\x00-\x08\x0a-\x1f\x7f]")
_FIELDS = ("content-type", "location", "status")


def read_response(output, method, answer):
    """Fills `answer` with what the client gets. Raises Broken for the first rule that the output breaks."""
    if not output:
        raise Broken("cgi-no-output", "nothing on standard output", "headers, an empty line, a body")
    headers, body, number = _split(output)
    answer.headers = headers
    answer.status, answer.reason = 200, "OK"
    if body:
        answer.blocks.append(body)
    _check_fields(headers)
    values = {name: value for key, value in headers if (name := key.lower()) in _FIELDS and value}
    if "status" in values:
        answer.status, answer.reason = _status(values["status"])
    if "location" in values:
        _check_location(headers, values, answer, body)
    elif "content-type" not in values and (body or answer.status not in NO_CONTENT):
        told = ", ".join(name for name, _ in headers) or "none"
        raise Broken("cgi-content-type", f"no Content-Type among the headers: {told}", "Content-Type, such as: Content-Type: text/plain; charset=utf-8")
    if "content-type" in values and not re.fullmatch(rf"{TOKEN.pattern}/{TOKEN.pattern}\s*(;.*)?", values["content-type"]):
        raise Broken("cgi-media-type", f"Content-Type: {values['content-type']}", "type/subtype, such as text/html")
    _check_body(answer, method, body)
    answer.headers = [(name, value) for name, value in headers if name.lower() != "status"]


def _split(output):
    """Headers as pairs, the body, and the number of header lines."""
    if re.match(rb"HTTP/[0-9]", output):
        line = output.partition(b"\n")[0].decode("utf-8", "replace").strip()
        raise Broken("cgi-http-line", f"a status line: {line}", f"Status: {line.partition(' ')[2] or '200 OK'}")
    headers, rest = [], output
    while True:
        line, newline, rest = rest.partition(b"\n")
        line = line.removesuffix(b"\r")
        if newline and not line:
            return headers, rest, len(headers)
        if not line:
            raise Broken("cgi-blank-line", f"{len(headers)} header line{'s' * (len(headers) != 1)}, and the end of the output", "an empty line after the headers, even if no body follows")
        headers.append(_field(line, headers, rest))


def _field(line, before, rest):
    text = line.decode("latin-1")
    shown = show(line.decode("utf-8", "replace"))
    name, colon, value = text.partition(":")
    if TOKEN.fullmatch(name) and colon:
        value = value.strip(" \t")
        if _CONTROL.search(value):
            raise Broken("cgi-header-value", f"{name}: {show(value)}", "a value without control characters")
        return name, value
    if before and text[0] in " \t" and re.search(rb"(^|\n)\r?\n", rest):
        raise Broken("cgi-one-line", f"the line {shown}, which goes on with a header", "each header on one line")
    # A line that is no header: the body, and no empty line before it? Or a header that is misspelled?
    like_header = colon and re.fullmatch(r"[A-Za-z][\w -]*", name)
    if before and not like_header:
        raise Broken("cgi-blank-line", f"the line {shown} straight after the headers", "an empty line between headers and body")
    raise Broken("cgi-header-line", f"the line {shown} where a header belongs", "Name: value, with no blank before the colon; then an empty line, then the body")


def _check_fields(headers):
    seen = set()
    for name, _ in headers:
        lower = name.lower()
        if lower in HOP_BY_HOP:
            raise Broken("cgi-hop-by-hop", f"{name}: …", f"no header {name}: the connection belongs to the server")
        if lower in _FIELDS and lower in seen:
            raise Broken("cgi-field-repeated", f"{name} twice", "each of Content-Type, Location and Status at most once")
        seen.add(lower)


def _status(value):
    found = re.fullmatch(r"([2-9][0-9]{2})(?: (.*))?", value)
    if not found:
        raise Broken("cgi-status", f"Status: {value}", "three digits, one space and a reason, such as Status: 404 Not Found")
    return int(found[1]), found[2] or ""


def _check_location(headers, values, answer, body):
    location = values["location"]
    others = [name for name, _ in headers if name.lower() != "location" and not name.lower().startswith("x-cgi-")]
    if location.startswith("/") and not location.startswith("//"):
        if others or body:
            told = f"with {others[0]}" if others else f"with {bytes_of(len(body))} of body"
            raise Broken("cgi-local-redirect", f"Location: {location} {told}", "a path alone; or a whole URL, such as https://shop.test/books, to send the client there")
        return
    if not re.fullmatch(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s]+", location):
        raise Broken("cgi-location", f"Location: {location}", "a URL with its scheme, or a path that begins with /")
    if not others and not body:
        answer.status, answer.reason = 302, "Found"
        return
    if "status" not in values:
        raise Broken("cgi-client-redirect", f"Location with {', '.join(others) or 'a body'}, and no Status", "Location alone; or with Status: 302 Found and Content-Type")
    if not 300 <= answer.status <= 399:
        raise Broken("cgi-client-redirect", f"Location, and Status: {values['status']}", "a status of redirection, such as 302 Found")
    if "content-type" not in values:
        raise Broken("cgi-client-redirect", f"Location with {', '.join(others)}, and no Content-Type", "Location alone; or with Status and Content-Type")


def _check_body(answer, method, body):
    length = length_of(answer.values("content-length"))
    if isinstance(length, str):
        raise Broken("cgi-content-length", length, "the number of bytes, once, in digits")
    if answer.status in NO_CONTENT:
        if body or (answer.status == 204 and length is not None):
            told = bytes_of(len(body)) if body else "Content-Length"
            raise Broken("cgi-no-content", f"{answer.status} with {told}", f"{answer.status} without body")
    elif method == "HEAD":
        if body:
            raise Broken("cgi-head-body", f"{bytes_of(len(body))} in answer to HEAD", "the same headers as for GET, an empty line, and no body")
    elif length is not None and length != len(body):
        mend = f"Content-Length: {len(body)}; print() adds a line end, and len() must count bytes"
        if not body:
            mend = "a body behind the empty line; what sys.stdout.buffer writes overtakes what print() still holds: print(…, flush=True), or write all as bytes"
        raise Broken("cgi-content-length", f"Content-Length: {length}, and {bytes_of(len(body))}", mend)
