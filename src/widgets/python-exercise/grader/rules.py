"""What a program of an exercise must keep: every rule, in the words of its specification.

`RULES[id]` has the keys:

text     the rule as the specification says it; what stands in square brackets is ours, […] is left out. What is quoted
         stands also in tests/grader/quotations.yaml, once it was compared with the specification, word for word
section  where it stands there
guide    `chapter#heading` of the guide that explains it, or None: then `guide_of()` takes the place where the
         guide introduces the interface

Sources: PEP 3333; ASGI (main specification 3.0, HTTP & WebSocket 2.5, Lifespan 2.0); RFC 3875 (CGI 1.1); RFC 9110 (HTTP)
and RFC 6455 (WebSocket) where those leave a rule to the protocol; `wsgiref.validate`, which is stricter than PEP 3333 in
places: its rules say so.
"""

#: Where the guide introduces each interface: for rules that have no heading of their own.
INTRODUCED = {"wsgi": "wsgi#call", "asgi": "asgi#call", "cgi": "cgi#one-program"}


def guide_of(rule, interface):
    """The heading, `chapter#heading`, that explains the rule `rule` to who writes for `interface`."""
    return RULES[rule]["guide"] or INTRODUCED[interface]


def _rule(text, section, guide=None):
    return {"text": " ".join(text.split()), "section": section, "guide": guide}


RULES = {
    # For every interface.
    "python-error": _rule(
        "A Python program is read by a parser. [The file must be such a program, and importing it must not fail.]",
        "The Python Language Reference, Lexical analysis",
    ),
    "app-missing": _rule(
        "The server imports the file and takes the callable by its name: `app`, or else `application`.",
        "What servers do: Gunicorn's documentation, Running Gunicorn (`MODULE_NAME:VARIABLE_NAME`); Uvicorn's, Settings (`<module>:<attribute>`)",
    ),
    "limit": _rule(
        "Not graded: the program was stopped, because it went on for longer than an exercise needs.",
        "This exercise",
    ),
    "task": _rule(
        "The response keeps the rules, but is not what the task asks for.",
        "This exercise",
    ),
    # WSGI: the call.
    "wsgi-callable": _rule(
        """The application object is simply a callable object that accepts two arguments.""",
        "PEP 3333, The Application/Framework Side",
        "wsgi#call",
    ),
    "wsgi-arguments": _rule(
        """The application object must accept two positional arguments.""",
        "PEP 3333, Specification Details",
        "wsgi#call",
    ),
    "wsgi-iterable": _rule(
        """When called by the server, the application object must return an iterable yielding zero or more bytestrings.""",
        "PEP 3333, Specification Details",
        "wsgi#call",
    ),
    "wsgi-body-bytes": _rule(
        """For values referred to in this specification as "bytestrings" (i.e., values read from wsgi.input, passed to write()
        or yielded by the application), the value must be of type bytes under Python 3""",
        "PEP 3333, Unicode Issues",
        "wsgi#rules",
    ),
    "wsgi-len": _rule(
        """if the iterable returned by the application provides a working __len__() method, it must return an accurate
        result.""",
        "PEP 3333, Specification Details",
        "wsgi#call",
    ),
    "wsgi-exception": _rule(
        """In general, applications should try to trap their own, internal errors, and display a helpful message in the
        browser.""",
        "PEP 3333, Error Handling",
        "wsgi#rules",
    ),
    "wsgi-exception-late": _rule(
        """to display such a message, the application must not have actually sent any data to the browser yet, or else it
        risks corrupting the response.""",
        "PEP 3333, Error Handling",
        "wsgi#streaming",
    ),
    "wsgi-close": _rule(
        """If the iterable returned by the application has a close() method, the server or gateway must call that method upon
        completion of the current request [and a middleware is the server of the application inside it]""",
        "PEP 3333, Specification Details",
        "wsgi#streaming",
    ),
    "wsgi-state": _rule(
        """Application objects must be able to be invoked more than once, as virtually all servers/gateways (other than CGI)
        will make such repeated requests.""",
        "PEP 3333, The Application/Framework Side",
        "wsgi#call",
    ),
    # WSGI: start_response.
    "wsgi-start-response-missing": _rule(
        """the application must invoke the start_response() callable before the iterable yields its first body bytestring, so
        that the server can send the headers before any body content.""",
        "PEP 3333, Specification Details",
        "wsgi#call",
    ),
    "wsgi-start-response-late": _rule(
        """the application must invoke the start_response() callable before the iterable yields its first body bytestring, so
        that the server can send the headers before any body content.""",
        "PEP 3333, Specification Details",
        "wsgi#call",
    ),
    "wsgi-start-response-twice": _rule(
        """it is a fatal error to call start_response without the exc_info argument if start_response has already been called
        within the current invocation of the application.""",
        "PEP 3333, The start_response() Callable",
        "wsgi#rules",
    ),
    "wsgi-start-response-arguments": _rule(
        """the application must invoke the start_response callable using positional arguments (e.g. start_response(status,
        response_headers)).""",
        "PEP 3333, Specification Details",
        "wsgi#call",
    ),
    "wsgi-exc-info": _rule(
        """The exc_info argument, if supplied, must be a Python sys.exc_info() tuple.""",
        "PEP 3333, The start_response() Callable",
        "wsgi#second-thoughts",
    ),
    "wsgi-exc-info-trapped": _rule(
        """The application must not trap any exceptions raised by start_response, if it called start_response with
        exc_info.""",
        "PEP 3333, The start_response() Callable",
        "wsgi#second-thoughts",
    ),
    "wsgi-write-late": _rule(
        """Applications must not invoke write() from within their return iterable""",
        "PEP 3333, The write() Callable",
        "wsgi#streaming",
    ),
    # WSGI: status and headers.
    "wsgi-status-str": _rule(
        """The status argument is an HTTP "status" string like "200 OK" or "404 Not Found".""",
        "PEP 3333, The start_response() Callable",
        "wsgi#rules",
    ),
    "wsgi-status-format": _rule(
        """it is a string consisting of a Status-Code and a Reason-Phrase, in that order and separated by a single space, with
        no surrounding whitespace or other characters. […] The string must not contain control characters, and must not be
        terminated with a carriage return, linefeed, or combination thereof.""",
        "PEP 3333, The start_response() Callable",
        "wsgi#rules",
    ),
    "wsgi-status-final": _rule(
        """The 1xx (Informational) class of status code indicates an interim response for communicating connection status or
        request progress prior to completing the requested action and sending a final response. [start_response begins the
        final one.]""",
        "RFC 9110 §15.2",
        "wsgi#limits",
    ),
    "wsgi-headers-list": _rule(
        """The response_headers argument is a list of (header_name, header_value) tuples. It must be a Python list""",
        "PEP 3333, The start_response() Callable",
        "wsgi#rules",
    ),
    "wsgi-header-tuple": _rule(
        """The response_headers argument is a list of (header_name, header_value) tuples.""",
        "PEP 3333, The start_response() Callable",
        "wsgi#rules",
    ),
    "wsgi-header-str": _rule(
        """all objects referred to in this specification as "strings" must be of type str [and names and values of headers
        are strings]""",
        "PEP 3333, Unicode Issues",
        "wsgi#rules",
    ),
    "wsgi-header-name": _rule(
        """Each header_name must be a valid HTTP header field-name (as defined by RFC 2616, Section 4.2), without a trailing
        colon or other punctuation. [wsgiref.validate also refuses the name Status.]""",
        "PEP 3333, The start_response() Callable",
        "wsgi#rules",
    ),
    "wsgi-header-value": _rule(
        """Each header_value must not include any control characters, including carriage returns or linefeeds, either embedded
        or at the end.""",
        "PEP 3333, The start_response() Callable",
        "wsgi#rules",
    ),
    "wsgi-latin-1": _rule(
        """all "strings" referred to in this specification must contain only code points representable in ISO-8859-1 encoding
        (\\u0000 through \\u00FF, inclusive). It is a fatal error for an application to supply strings containing any other
        Unicode character or code point.""",
        "PEP 3333, Unicode Issues",
        "wsgi#latin-1",
    ),
    "wsgi-hop-by-hop": _rule(
        """Applications and middleware are forbidden from using HTTP/1.1 "hop-by-hop" features or headers, any equivalent
        features in HTTP/1.0, or any headers that would affect the persistence of the client's connection to the web
        server.""",
        "PEP 3333, The start_response() Callable",
        "wsgi#rules",
    ),
    # WSGI: what the headers promise of the body.
    "wsgi-content-length": _rule(
        """If the application supplies a Content-Length header, the server should not transmit more bytes to the client than
        the header allows […] if the application does not provide enough data to meet its stated Content-Length, the server
        should close the connection and log or otherwise report the error.""",
        "PEP 3333, Handling the Content-Length Header",
        "wsgi#rules",
    ),
    "wsgi-content-type": _rule(
        """A sender that generates a message containing content SHOULD generate a Content-Type header field in that message
        [wsgiref.validate insists]""",
        "RFC 9110 §8.3",
        "wsgi#rules",
    ),
    "wsgi-head-body": _rule(
        """The HEAD method is identical to GET except that the server MUST NOT send content in the response.""",
        "RFC 9110 §9.3.2",
        "wsgi#rules",
    ),
    "wsgi-no-content": _rule(
        """A 204 response [and a 304] is terminated by the end of the header section; it cannot contain content or trailers.
        […] A server MUST NOT send a Content-Length header field in any response with a status code of […] 204 (No Content).
        [wsgiref.validate also refuses their Content-Type.]""",
        "RFC 9110 §15.3.5, §15.4.5, §8.6",
        "wsgi#rules",
    ),
    # WSGI: the streams in environ.
    "wsgi-input-read": _rule(
        """read(size) [is what the input stream must support. A server should allow read() without an argument, so it need
        not; wsgiref.validate refuses it.]""",
        "PEP 3333, Input and Error Streams",
        "wsgi#environ",
    ),
    "wsgi-input-limit": _rule(
        """The application should not attempt to read more data than is specified by the CONTENT_LENGTH variable.""",
        "PEP 3333, Input and Error Streams",
        "wsgi#environ",
    ),
    "wsgi-streams": _rule(
        """Applications conforming to this specification must not use any other methods or attributes of the input or errors
        objects. In particular, applications must not attempt to close these streams, even if they possess close()
        methods.""",
        "PEP 3333, Input and Error Streams",
        "wsgi#environ",
    ),
    "wsgi-errors-str": _rule(
        """write(str) [is what the error stream must support: it is a "text mode" stream]""",
        "PEP 3333, Input and Error Streams",
        "wsgi#environ",
    ),
    # ASGI: the call.
    "asgi-callable": _rule(
        """ASGI applications should be a single async callable: coroutine application(scope, receive, send)""",
        "ASGI 3.0, Applications",
        "asgi#call",
    ),
    "asgi-arguments": _rule(
        """ASGI applications should be a single async callable: coroutine application(scope, receive, send)""",
        "ASGI 3.0, Applications",
        "asgi#call",
    ),
    "asgi-awaitable": _rule(
        """ASGI applications must run as async / await compatible coroutines (i.e. asyncio-compatible)""",
        "ASGI 3.0, Overview",
        "asgi#call",
    ),
    "asgi-await": _rule(
        """[receive:] an awaitable callable that will yield a new event dictionary when one is available […] [send:] an awaitable
        callable taking a single event dictionary [and nothing happens before they are awaited]""",
        "ASGI 3.0, Applications",
        "asgi#await",
    ),
    "asgi-exception": _rule(
        """Servers […] must terminate the application instance and its associated connection if this happens. [An error
        bubbled up out of the application.]""",
        "ASGI 3.0, Error Handling",
        "asgi#call",
    ),
    "asgi-exception-late": _rule(
        """Servers […] must terminate the application instance and its associated connection if this happens. [An error
        bubbled up out of the application, and the response had begun.]""",
        "ASGI 3.0, Error Handling",
        "asgi#events",
    ),
    "asgi-unknown-scope": _rule(
        """Applications should actively reject any protocol that they do not understand with an Exception (of any type).""",
        "ASGI 3.0, Protocol Specifications",
        "asgi#scope",
    ),
    "asgi-blocking": _rule(
        """Blocking (CPU-bound) code should not be called directly. For example, if a function performs a CPU-intensive
        calculation for 1 second, all concurrent asyncio Tasks and IO operations would be delayed by 1 second.""",
        "Python documentation, Developing with asyncio: Running Blocking Code",
        "asgi#threads",
    ),
    "asgi-state": _rule(
        """The application is called once per "connection". [So it is called again and again, in one process.]""",
        "ASGI 3.0, Applications",
        "asgi#call",
    ),
    # ASGI: events.
    "asgi-event-dict": _rule(
        """Each event is a dict with a top-level type key that contains a Unicode string of the message type.""",
        "ASGI 3.0, Events",
        "asgi#call",
    ),
    "asgi-event-type": _rule(
        """If a server receives an invalid event dictionary - for example, having an unknown type, missing keys an event type
        should have, or with wrong Python types for objects […] - it should raise an exception out of the send awaitable back
        to the application.""",
        "ASGI 3.0, Error Handling",
        "asgi#call",
    ),
    "asgi-no-response": _rule(
        """Response Start […] Sent by the application to start sending a response to the client.""",
        "ASGI HTTP 2.5, Response Start",
        "asgi#call",
    ),
    "asgi-start-first": _rule(
        """Response Body […] Continues sending a response to the client. [So Response Start comes first.]""",
        "ASGI HTTP 2.5, Response Body",
        "asgi#call",
    ),
    "asgi-start-once": _rule(
        """Response Start […] Sent by the application to start sending a response to the client. Needs to be followed by at
        least one response content message. [Not by another start.]""",
        "ASGI HTTP 2.5, Response Start",
        "asgi#call",
    ),
    "asgi-not-ended": _rule(
        """If more_body is set to False, and the server is not expecting Response Trailers this will complete the response.
        [Nothing else does.]""",
        "ASGI HTTP 2.5, Response Body",
        "asgi#events",
    ),
    "asgi-after-end": _rule(
        """If False, and the server is not expecting Response Trailers response will be taken as complete and closed, and any
        further messages on the channel will be ignored.""",
        "ASGI HTTP 2.5, Response Body",
        "asgi#events",
    ),
    "asgi-status-int": _rule(
        """status (int) -- HTTP status code.""",
        "ASGI HTTP 2.5, Response Start",
        "asgi#call",
    ),
    "asgi-headers": _rule(
        """headers (Iterable[[byte string, byte string]]) -- An iterable of [name, value] two-item iterables, where name is the
        header name, and value is the header value.""",
        "ASGI HTTP 2.5, Response Start",
        "asgi#call",
    ),
    "asgi-header-bytes": _rule(
        """headers: These are byte strings of the exact byte sequences sent by the client/to be sent by the server.""",
        "ASGI HTTP 2.5, WSGI encoding differences",
        "asgi#call",
    ),
    "asgi-header-lower-case": _rule(
        """Header names must be lowercased.""",
        "ASGI HTTP 2.5, Response Start",
        "asgi#call",
    ),
    "asgi-header-name": _rule(
        """Pseudo headers (present in HTTP/2 and HTTP/3) must not be present. [And a name is a token: RFC 9110 §5.1.]""",
        "ASGI HTTP 2.5, Response Start",
        "asgi#call",
    ),
    "asgi-header-value": _rule(
        """Field values containing CR, LF, or NUL characters are invalid and dangerous""",
        "RFC 9110 §5.5",
        "asgi#call",
    ),
    "asgi-body-bytes": _rule(
        """body (byte string) -- HTTP body content.""",
        "ASGI HTTP 2.5, Response Body",
        "asgi#call",
    ),
    "asgi-more-body-bool": _rule(
        """more_body (bool) -- Signifies if there is additional content to come (as part of a Response Body message).""",
        "ASGI HTTP 2.5, Response Body",
        "asgi#events",
    ),
    "asgi-more-body": _rule(
        """more_body (bool) -- Signifies if there is additional content to come (as part of a Request message). If True, the
        consuming application should wait until it gets a chunk with this set to False.""",
        "ASGI HTTP 2.5, Request",
        "asgi#events",
    ),
    "asgi-disconnect": _rule(
        """Disconnect […] Sent to the application if receive is called after a response has been sent or after the HTTP
        connection has been closed. [No other event follows it.]""",
        "ASGI HTTP 2.5, Disconnect",
        "asgi#events",
    ),
    "asgi-content-length": _rule(
        """a sender MUST NOT forward a message with a Content-Length header field value that is known to be incorrect""",
        "RFC 9110 §8.6",
        "asgi#call",
    ),
    "asgi-no-content": _rule(
        """A 204 response [and a 304] is terminated by the end of the header section; it cannot contain content or trailers.
        […] A server MUST NOT send a Content-Length header field in any response with a status code of […] 204 (No
        Content).""",
        "RFC 9110 §15.3.5, §15.4.5, §8.6",
        "asgi#call",
    ),
    "asgi-status-final": _rule(
        """The 1xx (Informational) class of status code indicates an interim response for communicating connection status or
        request progress prior to completing the requested action and sending a final response. [http.response.start begins
        the final one.]""",
        "RFC 9110 §15.2",
        "asgi#call",
    ),
    # ASGI: lifespan.
    "asgi-lifespan-startup": _rule(
        """[lifespan.startup.complete:] Sent by the application when it has completed its startup. A server must wait for this
        message before it starts processing connections.""",
        "ASGI Lifespan 2.0, Startup Complete",
        "asgi#lifespan",
    ),
    "asgi-lifespan-shutdown": _rule(
        """[lifespan.shutdown.complete:] Sent by the application when it has completed its cleanup. A server must wait for this
        message before terminating.""",
        "ASGI Lifespan 2.0, Shutdown Complete",
        "asgi#lifespan",
    ),
    "asgi-lifespan-order": _rule(
        """[lifespan.startup:] Sent to the application when the server is ready to startup […] [lifespan.shutdown:] Sent to the
        application when the server has stopped accepting connections [and each is answered after it came, once]""",
        "ASGI Lifespan 2.0, Startup, Shutdown",
        "asgi#lifespan",
    ),
    # ASGI: WebSocket.
    "asgi-websocket-accept": _rule(
        """This message must be responded to with either an Accept message or a Close message before the socket will pass
        websocket.receive messages.""",
        "ASGI WebSocket 2.5, Connect",
        "asgi#websocket",
    ),
    "asgi-websocket-accept-once": _rule(
        """Accept […] Sent by the application when it wishes to accept an incoming connection. [Once: then it is open.]""",
        "ASGI WebSocket 2.5, Accept",
        "asgi#websocket",
    ),
    "asgi-websocket-payload": _rule(
        """Exactly one of bytes or text must be non-None.""",
        "ASGI WebSocket 2.5, Send",
        "asgi#websocket",
    ),
    "asgi-websocket-closed": _rule(
        """If send() is called on a closed connection the server should raise a server-specific subclass of OSError.""",
        "ASGI WebSocket 2.5, Disconnected Client",
        "asgi#websocket",
    ),
    "asgi-websocket-disconnect": _rule(
        """Disconnect […] Sent to the application when either connection to the client is lost, either from the client closing
        the connection, the server closing the connection, or loss of the socket. [No other event follows it.]""",
        "ASGI WebSocket 2.5, Disconnect",
        "asgi#websocket",
    ),
    "asgi-websocket-close-code": _rule(
        """code (int) -- The WebSocket close code, as per the WebSocket spec. [1000 to 1003, 1007 to 1014 and 3000 to 4999 may
        be sent: RFC 6455 §7.4, and the registry of close codes at IANA, which added 1012 to 1014.]""",
        "ASGI WebSocket 2.5, Close",
        "asgi#close-codes",
    ),
    "asgi-websocket-close-reason": _rule(
        """reason (Unicode string) -- A reason given for the closure, can be any string. [It shares the 125 bytes of a control
        frame with the code: RFC 6455 §5.5.]""",
        "ASGI WebSocket 2.5, Close",
        "asgi#close-codes",
    ),
    "asgi-websocket-subprotocol": _rule(
        """subprotocol (Unicode string) -- The subprotocol the server wishes to accept. [One of those that the client offered:
        RFC 6455 §4.1.] headers […] Must not include a header named sec-websocket-protocol; use the subprotocol key
        instead.""",
        "ASGI WebSocket 2.5, Accept",
        "asgi#websocket",
    ),
    # CGI: the response.
    "cgi-no-output": _rule(
        """A script MUST always provide a non-empty response""",
        "RFC 3875 §6.1",
        "cgi#answer",
    ),
    "cgi-http-line": _rule(
        """The response comprises a message-header and a message-body, separated by a blank line. [No status line: the number
        goes into the Status field, and the server writes the line.]""",
        "RFC 3875 §6.2",
        "cgi#answer",
    ),
    "cgi-blank-line": _rule(
        """The response comprises a message-header and a message-body, separated by a blank line.""",
        "RFC 3875 §6.2",
        "cgi#answer",
    ),
    "cgi-header-line": _rule(
        """generic-field = field-name ":" [ field-value ] NL […] Whitespace is permitted between the ":" and the field-value (but
        not between the field-name and the ":")""",
        "RFC 3875 §6.3",
        "cgi#answer",
    ),
    "cgi-one-line": _rule(
        """Note that each header field in a CGI-Response MUST be specified on a single line; CGI/1.1 does not support continuation
        lines.""",
        "RFC 3875 §6.3",
        "cgi#answer",
    ),
    "cgi-header-value": _rule(
        """Field values containing CR, LF, or NUL characters are invalid and dangerous""",
        "RFC 9110 §5.5",
        "cgi#text-from-strangers",
    ),
    "cgi-content-type": _rule(
        """The script MUST return a Content-Type header field.""",
        "RFC 3875 §6.2.1",
        "cgi#answer",
    ),
    "cgi-media-type": _rule(
        """Content-Type = "Content-Type:" media-type NL""",
        "RFC 3875 §6.3.1",
        "cgi#answer",
    ),
    "cgi-field-repeated": _rule(
        """At least one CGI field MUST be supplied; each CGI field MUST NOT appear more than once in the response.""",
        "RFC 3875 §6.3",
        "cgi#answer",
    ),
    "cgi-status": _rule(
        """Status = "Status:" status-code SP reason-phrase NL […] a 3-digit integer result code that indicates the level of success
        of the script's attempt to handle the request.""",
        "RFC 3875 §6.3.3",
        "cgi#answer",
    ),
    "cgi-location": _rule(
        """It is either an absolute URI (optionally with a fragment identifier), indicating that the client is to fetch the
        referenced document, or a local URI path (optionally with a query string), indicating that the server is to fetch the
        referenced document and return it to the client as the response.""",
        "RFC 3875 §6.3.2",
        "cgi#answer",
    ),
    "cgi-local-redirect": _rule(
        """The script MUST NOT return any other header fields or a message-body, and the server MUST generate the response that it
        would have produced in response to a request containing the URL""",
        "RFC 3875 §6.2.2",
        "cgi#answer",
    ),
    "cgi-client-redirect": _rule(
        """The script MUST not provide any other header fields, except for server-defined CGI extension fields. [With a document:]
        The Status header field MUST be supplied and MUST contain a status value of 302 'Found', or it MAY contain an
        extension-code, that is, another valid status code that means client redirection.""",
        "RFC 3875 §6.2.3, §6.2.4",
        "cgi#answer",
    ),
    "cgi-hop-by-hop": _rule(
        """The script MUST NOT return any header fields that relate to client-side communication issues and could affect the
        server's ability to send the response to the client.""",
        "RFC 3875 §6.3.4",
        "cgi#answer",
    ),
    "cgi-content-length": _rule(
        """a sender MUST NOT forward a message with a Content-Length header field value that is known to be incorrect""",
        "RFC 9110 §8.6",
        "cgi#answer",
    ),
    "cgi-head-body": _rule(
        """The script MUST NOT provide a response message-body for a HEAD request.""",
        "RFC 3875 §4.3.3",
        "cgi#answer",
    ),
    "cgi-no-content": _rule(
        """A 204 response [and a 304] is terminated by the end of the header section; it cannot contain content or trailers.
        […] A server MUST NOT send a Content-Length header field in any response with a status code of […] 204 (No
        Content).""",
        "RFC 9110 §15.3.5, §15.4.5, §8.6",
        "cgi#answer",
    ),
    # CGI: the request, and the process.
    "cgi-input-limit": _rule(
        """the script MUST NOT attempt to read more than CONTENT_LENGTH bytes, even if more data is available.""",
        "RFC 3875 §4.2",
        "cgi#variables",
    ),
    "cgi-exception": _rule(
        """A script MUST always provide a non-empty response [and one that ends with an exception breaks off in the middle of
        it]""",
        "RFC 3875 §6.1",
        "cgi#answer",
    ),
}
