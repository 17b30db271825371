"""What a strict server checks in the arguments of `start_response`."""

import re

from .http_rules import HOP_BY_HOP, TOKEN, length_of
from .verdict import Broken, kind, show

_CONTROL = re.compile(r"[\x00-\x1f\x7f]")


def check_start(status, headers, line):
    """Raises Broken for the first rule that status or headers break."""
    try:
        _check_status(status)
        _check_list(headers)
        for name, value in headers:
            _check_header(name, value)
        _check_length(headers)
    except Broken as broken:
        broken.line = line
        raise


def _check_status(status):
    if type(status) is not str:
        raise Broken("wsgi-status-str", f"status of type {kind(status)}: {show(status)}", 'a str such as "200 OK"')
    _check_latin_1("status", status)
    if _CONTROL.search(status):
        raise Broken("wsgi-status-format", f"status with a control character: {show(status)}", 'a str such as "200 OK"')
    if not re.fullmatch(r"[1-9][0-9]{2} \S(.*\S)?", status):
        raise Broken("wsgi-status-format", f"status {show(status)}", 'three digits, one space and a reason, such as "200 OK"')
    if status[0] == "1":
        raise Broken("wsgi-status-final", f"status {show(status)}", "a final status, 200 or more; interim responses belong to the server")


def _check_list(headers):
    if type(headers) is not list:
        raise Broken("wsgi-headers-list", f"headers of type {kind(headers)}: {show(headers)}", 'a list, such as [("Content-Type", "text/plain")]')
    for item in headers:
        if type(item) is not tuple or len(item) != 2:
            raise Broken("wsgi-header-tuple", f"a header of type {kind(item)}: {show(item)}", 'a tuple of name and value, such as ("Content-Type", "text/plain")')


def _check_header(name, value):
    for what, text in (("header name", name), (f"value of {name if type(name) is str else 'a header'}", value)):
        if type(text) is not str:
            raise Broken("wsgi-header-str", f"{what} of type {kind(text)}: {show(text)}", f"a str{_as_str(text)}")
    if not TOKEN.fullmatch(name):
        raise Broken("wsgi-header-name", f"header name {show(name)}", "letters, digits and hyphens, such as Content-Type")
    if name.lower() == "status":
        raise Broken("wsgi-header-name", f"a header {show(name)}", "the status as first argument of start_response; a header Status is CGI")
    if not name[0].isalpha() or name[-1] in "-_":
        raise Broken("wsgi-header-name", f"header name {show(name)}", "a name that begins with a letter and does not end with - or _")
    if _CONTROL.search(value):
        raise Broken("wsgi-header-value", f"{name}: {show(value)}", "a value without control characters, such as \\r and \\n")
    _check_latin_1(f"value of {name}", value)
    if name.lower() in HOP_BY_HOP:
        raise Broken("wsgi-hop-by-hop", f"{name}: {value}", f"no header {name}: the connection belongs to the server")


def _check_length(headers):
    length = length_of([value for name, value in headers if name.lower() == "content-length"])
    if isinstance(length, str):
        raise Broken("wsgi-content-length", length, "the number of bytes, once, in digits")


def _check_latin_1(what, text):
    beyond = next((char for char in text if ord(char) > 255), None)
    if beyond is not None:
        raise Broken("wsgi-latin-1", f"{what}: {show(text)}, with {beyond!r} (U+{ord(beyond):04X})", "characters up to U+00FF; others must be encoded")


def _as_str(value):
    if type(value) is bytes:
        return ": text, not bytes"
    return f", such as str({value})" if type(value) is int else ""


def check_exc_info(exc_info, line):
    """`exc_info` is None or what `sys.exc_info()` gives."""
    if exc_info is None or (type(exc_info) is tuple and len(exc_info) == 3):
        return
    raise Broken("wsgi-exc-info", f"exc_info of type {kind(exc_info)}: {show(exc_info)}", "sys.exc_info(), or no third argument", line)
