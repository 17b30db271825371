"""A WebSocket as an ASGI server makes it (ASGI WebSocket 2.5)."""

from .asgi_connection import ASGI, Connection, address
from .asgi_events import accept_of, close_of, message_of
from .verdict import Broken

#: Seconds of silence after which the client of a WebSocket, which has said all, leaves.
LINGER = 0.05


class WebSocket(Connection):
    """A WebSocket, from the handshake to its end."""

    protocol = "websocket"
    known = ("websocket.accept", "websocket.send", "websocket.close")

    def __init__(self, run, request):
        super().__init__(run, request, {
            "type": "websocket",
            "asgi": dict(ASGI),
            "http_version": "1.1",
            "scheme": "ws",
            **address(request),
            "subprotocols": list(request.subprotocols),
        })
        self.state = "new"
        self._messages = list(request.ws_in)
        self._code = request.close_code
        self._count = 0

    def next_event(self):
        if self.state == "new":
            self.state = "connecting"
            return {"type": "websocket.connect"}
        if self.left or self.state == "closed":
            return self.end("asgi-websocket-disconnect", {"type": "websocket.disconnect", "code": self._code, "reason": ""})
        if self.state == "open" and self._messages:
            message = self._messages.pop(0)
            text, data = (message, None) if isinstance(message, str) else (None, message)
            both = {"type": "websocket.receive", "bytes": data, "text": text}
            return {key: value for key, value in both.items() if value is not None} if self.request.sparse else both
        return None

    def patience(self):
        return LINGER if self.state == "open" else self.request.patience

    def lost_patience(self):
        if self.state != "open":
            raise Broken("asgi-websocket-accept", "a second receive(), and no answer to websocket.connect", "websocket.accept or websocket.close")
        self.leave("the client has said all, and leaves")

    def taken(self, name, event):
        if self.state == "closed":
            raise Broken("asgi-websocket-closed", f"{name} after websocket.close", "nothing after websocket.close")
        if name == "websocket.accept":
            if self.state == "open":
                raise Broken("asgi-websocket-accept-once", "a second websocket.accept", "websocket.send or websocket.close")
            chosen, headers = accept_of(event, self.request.subprotocols)
            self.state, self.answer.status, self.answer.reason = "open", 101, "Switching Protocols"
            self.answer.headers = [(name.decode("latin-1"), value.decode("latin-1")) for name, value in headers]
            if chosen is not None:
                self.answer.headers.append(("sec-websocket-protocol", chosen))
        elif name == "websocket.close":
            self._code, _ = close_of(event)
            if self.state != "open":
                self.answer.status, self.answer.reason = 403, "Forbidden"
            self.state = "closed"
        else:
            if self.state != "open":
                raise Broken("asgi-websocket-accept", f"{name} before websocket.accept", "websocket.accept first")
            message = message_of(event)
            self._count += 1
            data = message if isinstance(message, bytes) else message.encode("utf-8", "replace")
            self.size += len(data)
            self.answer.blocks.append(data)
            if self.request.leaves_after and self._count >= self.request.leaves_after:
                self.leave("the client leaves")

    def finish(self, line):
        if self.state in ("new", "connecting"):
            if not self.asked and not self.sent:
                raise Broken("asgi-unknown-scope", "a return, when scope['type'] is 'websocket'", "an exception, or an answer to websocket.connect")
            raise Broken("asgi-websocket-accept", "nothing: the application returned, and had not answered websocket.connect", "websocket.accept or websocket.close")
