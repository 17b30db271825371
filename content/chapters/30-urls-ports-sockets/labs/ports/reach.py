import socket

# region: reach
def reach(address, port):
    try:
        socket.create_connection((address, port), timeout=2).close()
    except ConnectionRefusedError:
        return "refused"
    return "reached"

targets = "127.0.0.1", "192.0.2.10", "::1"
print(f"{'listens on':15}", *(f"{target:11}" for target in targets))
for where, port in ("127.0.0.1:8001", 8001), ("0.0.0.0:8002", 8002), ("[::]:8003", 8003):
    print(f"{where:15}", *(f"{reach(target, port):11}" for target in targets))
# endregion: reach
