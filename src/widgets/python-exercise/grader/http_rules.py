"""What HTTP says of status and headers, for all three interfaces."""

import re

TOKEN = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
#: RFC 2616 §13.5.1, RFC 9110 §7.6.1: they belong to one connection, not to the response.
HOP_BY_HOP = frozenset(
    ("connection", "keep-alive", "proxy-authenticate", "proxy-authorization", "proxy-connection", "te", "trailer", "trailers",
     "transfer-encoding", "upgrade")
)
#: Responses that end with their headers.
NO_CONTENT = (204, 304)


def length_of(values):
    """The length that Content-Length values announce, or a sentence on what is wrong with them. None when there are none."""
    if not values:
        return None
    if len(set(values)) > 1:
        return f"Content-Length twice, with different values: {' and '.join(values)}"
    if not re.fullmatch(r"[0-9]+", values[0]):
        return f"Content-Length: {values[0]}"
    return int(values[0])


def bytes_of(number):
    """`1 byte`, `2 bytes`."""
    return f"{number} byte{'' if number == 1 else 's'}"
