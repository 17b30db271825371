"""Writes down when packets of ports 443 and 8000 open a connection, ask or answer, as `tcpdump` would."""

import re
import socket
import struct
import time

ears = socket.socket(socket.AF_PACKET, socket.SOCK_DGRAM, socket.htons(0x0800))  # all IPv4 packets
ends = {443: "nginx:443", 8000: "gunicorn:8000"}
first, answered, last = None, False, None
with open("packets.log", "w", buffering=1) as out:
    while True:
        packet, (_, _, kind, *_) = ears.recvfrom(65536)
        if kind == socket.PACKET_OUTGOING:  # on lo each packet is seen twice
            continue
        tcp = packet[(packet[0] & 15) * 4 :]
        source, target = struct.unpack("!HH", tcp[:4])
        data = tcp[(tcp[12] >> 4) * 4 : struct.unpack("!H", packet[2:4])[0]]
        opens = tcp[13] & 2
        answered = answered or (source == 8000 and bool(data))
        # Of port 443 the TLS handshake and the end are left out, and so are further packets of one message.
        wanted = opens or (data and (8000 in (source, target) or (source == 443 and answered)))
        if not {source, target} & set(ends) or not wanted or (source, target, opens) == last:
            continue
        last = source, target, opens
        first = first or time.monotonic()
        who = "visitor" if 443 in (source, target) else "nginx"
        line = f"{time.monotonic() - first:.3f} {ends.get(source, who)} > {ends.get(target, who)} "
        line += ("SYN" + " ACK" * (source in ends)) if opens else "request" if target in ends else "answer"
        found = re.search(rb"X-Request-ID: (\w+)", data)
        print(line + (f" id={found[1].decode()}" if found and target == 8000 else ""), file=out)
