from socket import AF_INET, IPPROTO_TCP, SOCK_RAW, socket

# region: peek
tap = socket(AF_INET, SOCK_RAW, IPPROTO_TCP)
for _ in range(2):
    tcp = tap.recv(1500)[20:]
    source = int.from_bytes(tcp[0:2], "big")
    target = int.from_bytes(tcp[2:4], "big")
    says = "reset" if tcp[13] & 4 else "connect?"
    print(tcp[:4].hex(" "), f" {source} to {target}: {says}")
# endregion: peek
