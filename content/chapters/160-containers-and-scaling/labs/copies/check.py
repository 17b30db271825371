"""Asks every copy whether it is ready, and tells Nginx to use those that are."""
import subprocess
import urllib.error
import urllib.request

COPIES = {"anna": 8001, "ben": 8002, "cleo": 8003}


# region: check
def ready(port):
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/ready", timeout=2) as answer:
            return answer.status == 200
    except OSError:  # refused, timed out, or an error status
        return False


states = {copy: ready(port) for copy, port in COPIES.items()}
with open("copies.conf", "w") as conf:
    conf.writelines(f"server 127.0.0.1:{port};\n" for copy, port in COPIES.items() if states[copy])
subprocess.run(["nginx", "-p", ".", "-c", "nginx.conf", "-s", "reload"], check=True, stderr=subprocess.DEVNULL)
# endregion: check
print(", ".join(f"{copy} {'in' if state else 'out'}" for copy, state in states.items()))
