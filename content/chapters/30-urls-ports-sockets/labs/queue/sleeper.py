import socket
import time

# region: sleeper
listener = socket.socket()
listener.bind(("192.0.2.10", 8000))
listener.listen(2)
time.sleep(3600)
# endregion: sleeper
