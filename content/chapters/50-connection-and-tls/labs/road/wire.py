"""A long road on one machine: packets for the shop arrive 100 ms later, packets for 203.0.113.9 never.

Packets that the system sends into the interface `road` are read here. Sender and receiver change places,
so that the shop's own system takes them in, and the visitor's system the answers. No checksum changes by it.
What passes at the visitor's end is written into road-PORT.log, by the visitor's port; bare acknowledgements
after the handshake are left out.
"""

import asyncio
import fcntl
import os
import struct
import time
from ipaddress import IPv4Address

DELAY = 0.1
LOST = IPv4Address("203.0.113.9").packed
VISITOR = IPv4Address("198.51.100.7").packed
SERVER_PORTS = (80, 443, 8443)

road = os.open("/dev/net/tun", os.O_RDWR | os.O_NONBLOCK)
fcntl.ioctl(road, 0x400454CA, struct.pack("16sH", b"road", 0x1001))  # TUNSETIFF: raw IP packets
started: dict[int, float] = {}  # by the visitor's port
passed: dict[int, int] = {}


def note(packet: bytes) -> None:
    """Write down what leaves the visitor's system for a server, or comes from one."""
    sender_port, receiver_port = struct.unpack("!HH", packet[20:24])
    inward = packet[16:20] == VISITOR
    if (sender_port if inward else receiver_port) not in SERVER_PORTS:
        return
    port = receiver_port if inward else sender_port
    flags = [name for bit, name in ((2, "SYN"), (4, "RST"), (1, "FIN"), (16, "ACK")) if packet[33] & bit]
    size = len(packet) - 20 - (packet[32] >> 4) * 4
    passed[port] = passed.get(port, 0) + 1
    if flags == ["ACK"] and size == 0 and passed[port] > 3:
        return
    now = time.monotonic()
    after = (now - started.setdefault(port, now)) * 1000
    ends = f"{sender_port} > you" if inward else f"you > {receiver_port}"
    with open(f"road-{port}.log", "a") as log:
        print(f"{after:4.0f} ms  {ends}  {f'{size} bytes' if size else ' '.join(flags)}", file=log)


def deliver(packet: bytes) -> None:
    if packet[16:20] == VISITOR:
        note(packet)
    os.write(road, packet)


def carry() -> None:
    """Take what has been sent, and deliver it after the delay."""
    while True:
        try:
            packet = os.read(road, 65536)
        except BlockingIOError:
            return
        sender, receiver = packet[12:16], packet[16:20]
        if packet[0] >> 4 != 4:
            continue
        if sender == VISITOR:
            note(packet)
        if receiver != LOST:
            turned = packet[:12] + receiver + sender + packet[20:]
            asyncio.get_running_loop().call_later(DELAY, deliver, turned)


async def main() -> None:
    asyncio.get_running_loop().add_reader(road, carry)
    with open("wire.ready", "w"):
        await asyncio.Event().wait()


asyncio.run(main())
