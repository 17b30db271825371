"""Writes down what goes over the machine's network: times in seconds since the last mark, ends, and bytes.

A packet to UDP port 9 (discard) is the mark: it empties wire.log, in its turn among the packets.
Of TLS only the first messages are named; everything after them is sealed. The closing of connections, questions for
other DNS records than A, and further packets of a long body are left out.
"""

import re
import socket
import struct
import time

SERVERS = {53: "resolver:53", 80: "nginx:80", 443: "nginx:443", 8000: "gunicorn:8000", 8001: "gunicorn:8001", 5432: "postgres:5432"}
MARK = 9
CLIENTS = {8000: "nginx", 8001: "nginx", 5432: "app"}
HELLO = {1: "ClientHello", 2: "ServerHello"}
TCP, UDP, TYPE_A = 6, 17, b"\0\1"


def readable(data):
    """Lines of a text; of other bytes those that can be printed, with a dot for each of the rest."""
    head = data[:900].decode("latin-1")
    text = head.partition("\r\n\r\n")[0]
    if all(char.isprintable() or char in "\r\n\t" for char in text) and "\r\n" in head:
        body = re.sub(r"[^\x20-\x7e]", "·", head[len(text) + 4 : len(text) + 124])
        lines = [*text.split("\r\n"), "", *([body] if body else [])]
    else:
        lines = [*([data.hex(" ")] if len(data) <= 40 else []), re.sub(r"[^\x20-\x7e]", "·", head[:160])]
    return "".join(f"      {line}".rstrip() + "\n" for line in lines)


def tls(data, seen):
    """Name of a TLS record that shows how the connection begins, once each."""
    kind = data[0]
    name = HELLO.get(data[5]) if kind == 22 and len(data) > 5 else "sealed" if kind == 23 else None
    if name is None or name in seen:
        return None
    seen.add(name)
    wanted = re.search(rb"[a-z.]+\.test", data) if name == "ClientHello" else None
    about = f", server name {wanted[0].decode()}" if wanted else ""
    return f"TLS {name}{about}, {len(data)} bytes: {data[:16].hex(' ')} ..."


def main():
    ears = socket.socket(socket.AF_PACKET, socket.SOCK_DGRAM, socket.htons(0x0800))  # all IPv4 packets
    begun, connections = None, {}
    with open("wire.log", "a", buffering=1) as out:
        print("listening", file=out)
        while True:
            packet, (_, _, direction, *_) = ears.recvfrom(262144)
            if direction == socket.PACKET_OUTGOING:  # on lo each packet is seen twice
                continue
            protocol, start = packet[9], (packet[0] & 15) * 4
            rest = packet[start : struct.unpack("!H", packet[2:4])[0] or None]
            if protocol not in (TCP, UDP):
                continue
            source, target = struct.unpack("!HH", rest[:4])
            if protocol == UDP and target == MARK:
                out.truncate(0)
                begun = None
                continue
            port = target if target in SERVERS else source
            if port not in SERVERS:
                continue
            begun = begun or time.monotonic()
            client = CLIENTS.get(port, "visitor")
            ends = f"{client} > {SERVERS[port]}" if target == port else f"{SERVERS[port]} > {client}"
            line = f"{time.monotonic() - begun:.4f} {ends} "
            if protocol == UDP:
                question = rest[20:]  # behind the headers of UDP and of the message, whose number is new each time
                if question[question.find(0) + 1 :][:2] == TYPE_A:
                    out.write(f"{line}UDP {len(rest) - 8} bytes\n{readable(question)}")
                continue
            flags, data = rest[13], rest[(rest[12] >> 4) * 4 :]
            seen = connections.setdefault(source if target == port else target, set())
            if flags & 2:
                seen.clear()
                out.write(f"{line}TCP SYN{' ACK' if flags & 16 else ''}\n")
            elif flags & 4 and not seen:
                out.write(f"{line}TCP RST\n")
            elif not data:
                if not seen and target == port:
                    seen.add("open")
                    out.write(f"{line}TCP ACK\n")
            elif port == 443:
                if target == port or data[0] == 22:
                    found = tls(data, seen)
                    out.write(f"{line}{found}\n" if found else "")
            elif len(data) < 1000 or b"\r\n\r\n" in data:
                seen.add("open")
                out.write(f"{line}TCP {len(data)} bytes\n{readable(data)}")


main()
