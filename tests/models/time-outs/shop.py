"""The app of the comparison, as WSGI and as ASGI. The query string says how long it computes and how long its query takes."""

import asyncio
import socket
import sys
import time
from urllib.parse import parse_qs

DATABASE = ("127.0.0.1", 5432)


def numbers(query_string):
    values = {key: float(value[0]) for key, value in parse_qs(query_string).items()}
    return values.get("compute", 0), values.get("query", 0), values.get("app"), values.get("database", 0)


def log(line):
    print(line, file=sys.stderr, flush=True)


def ask(seconds, limit, patience):
    """One query over a connection of its own; the stand-in for a database answers `ok` or `canceled`."""
    with socket.create_connection(DATABASE, timeout=patience) as connection:
        connection.sendall(f"{seconds} {limit}\n".encode())
        return connection.recv(100).decode()


def answer(result):
    if result == "canceled":
        log("canceling statement due to statement timeout")
        return "500 Internal Server Error"
    return "200 OK"


def work(query_string, read_body):
    compute, query, patience, limit = numbers(query_string)
    time.sleep(compute)
    read_body()
    if not query:
        return "200 OK"
    try:
        return answer(ask(query, limit, patience))
    except TimeoutError:
        log("the database took too long: answered 503")
        return "503 Service Unavailable"


def wsgi(environ, start_response):
    status = work(environ["QUERY_STRING"], environ["wsgi.input"].read)
    body = f"{environ['REMOTE_PORT']}\n".encode()
    start_response(status, [("Content-Type", "text/plain"), ("Content-Length", str(len(body)))])
    return [body]


async def wait(query_string, receive):
    compute, query, patience, limit = numbers(query_string)
    await asyncio.sleep(compute)
    while (await receive()).get("more_body"):
        pass
    if not query:
        return "200 OK"
    try:
        reader, writer = await asyncio.open_connection(*DATABASE)
        writer.write(f"{query} {limit}\n".encode())
        result = await asyncio.wait_for(reader.read(100), patience)
        writer.close()
        return answer(result.decode())
    except TimeoutError:
        log("the database took too long: answered 503")
        return "503 Service Unavailable"


async def respond(scope, send, status):
    body = f"{scope['client'][1]}\n".encode()
    headers = [(b"content-type", b"text/plain"), (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": int(status[:3]), "headers": headers})
    await send({"type": "http.response.body", "body": body})


async def asgi(scope, receive, send):
    if scope["type"] == "http":
        await respond(scope, send, await wait(scope["query_string"].decode(), receive))


async def blocked(scope, receive, send):
    if scope["type"] == "http":
        await respond(scope, send, work(scope["query_string"].decode(), lambda: None))
