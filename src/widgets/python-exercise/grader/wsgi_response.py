"""What a strict server checks in what a WSGI application returns."""

import inspect

from .http_rules import NO_CONTENT, bytes_of, length_of
from .verdict import Broken, kind, show


def check_signature(app, program):
    """Two positional arguments can be given. What cannot be inspected is called and seen."""
    try:
        signature = inspect.signature(app)
    except (TypeError, ValueError):
        return
    try:
        signature.bind(None, None)
    except TypeError:
        raise Broken("wsgi-arguments", f"app{signature}", "app(environ, start_response)", program.definition_line(app)) from None


def check_result(result, line):
    """What the application returned can be gone through, and is not a text itself."""
    if inspect.iscoroutine(result):
        result.close()
        raise Broken("wsgi-iterable", "a coroutine: `async def` makes a function that WSGI cannot use", "an iterable of bytes, from a `def`", line)
    if type(result) in (str, bytes, bytearray):
        made = " (whoever goes through it gets numbers)" if type(result) is not str else ""
        raise Broken("wsgi-body-bytes", f"{kind(result)} was returned: {show(result)}{made}", "an iterable with bytes in it, such as a list: [body]", line)
    if result is None or not (hasattr(type(result), "__iter__") or hasattr(type(result), "__getitem__")):
        raise Broken("wsgi-iterable", f"{kind(result)} was returned" + (f": {show(result)}" if result is not None else ""), "an iterable of bytes, such as a list: [body]", line)


def accurate_len(result):
    """What `len()` says of the response, or None when it says nothing."""
    if not hasattr(type(result), "__len__"):
        return None
    try:
        return len(result)
    except Exception:
        return None


def check_body(answer, method, left, line):
    """What headers promise, against the bytes that came. `left`: the client went before the end."""
    sent, status = answer.body, answer.status
    length = length_of(answer.values("content-length"))
    kinds = answer.values("content-type")
    if status in NO_CONTENT:
        for wrong, told in ((sent, f"{status} with {bytes_of(len(sent))}"), (kinds, f"{status} with Content-Type"), (status == 204 and length is not None, "204 with Content-Length")):
            if wrong:
                raise Broken("wsgi-no-content", told, f"{status} without body, and without headers that describe one", line)
        return
    if method == "HEAD":
        if sent:
            raise Broken("wsgi-head-body", f"{bytes_of(len(sent))} in answer to HEAD", "the same headers as for GET, and no body", line)
        return
    if length is not None and (len(sent) > length or (len(sent) < length and not left)):
        raise Broken("wsgi-content-length", f"Content-Length: {length}, and {bytes_of(len(sent))}", f"Content-Length: {len(sent)}; len() of the bytes, not of the text", line)
    if sent and not kinds:
        raise Broken("wsgi-content-type", f"{bytes_of(len(sent))} without Content-Type", "a header Content-Type", line)
