"""Stops a container as an engine does: TERM to its process 1, a grace period, then KILL."""
import json
import os
import signal
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor

GRACE = 3  # seconds; Docker's default is 10, that of Kubernetes 30
# Namespaces of its own for network and processes; `ip link` brings the loopback up.
CONTAINER = ["unshare", "--net", "--pid", "--fork", "--kill-child", "sh", "-c", 'ip link set lo up; exec "$@"', "-"]


def visit(network):
    """A visitor inside the container's network asks for something that takes a second."""
    asked = subprocess.run(
        ["nsenter", f"--net=/proc/{os.getpid()}/fd/{network}", "curl", "-s", "-o", "/dev/null", "-w", "%{http_code}", "http://127.0.0.1:8000/slow"],
        capture_output=True, text=True)
    return {0: asked.stdout, 7: "refused", 52: "cut off", 56: "cut off"}.get(asked.returncode, f"curl {asked.returncode}")


def listens(pid):
    with open(f"/proc/{pid}/net/tcp") as table:
        return any(":1F40" in line for line in table)


def stop(label, form, visitors):
    engine = subprocess.Popen([*CONTAINER, *form], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    pid = ""
    while not pid or not listens(pid):
        time.sleep(0.1)
        pid = subprocess.run(["pgrep", "-P", str(engine.pid)], capture_output=True, text=True).stdout.strip()
    time.sleep(1)  # until Gunicorn's worker has started
    with open(f"/proc/{pid}/comm") as comm:
        first = "sh" if comm.read() == "sh\n" else "Gunicorn"
    network = os.open(f"/proc/{pid}/ns/net", os.O_RDONLY)  # outlives the container
    early = visitors.submit(visit, network)
    time.sleep(0.5)
    os.kill(int(pid), signal.SIGTERM)
    told = time.monotonic()
    time.sleep(GRACE - 0.5)
    late = visitors.submit(visit, network)
    try:
        engine.wait(0.5)
        ended = "by TERM"
    except subprocess.TimeoutExpired:
        os.kill(int(pid), signal.SIGKILL)
        engine.wait()
        ended = f"by KILL, {time.monotonic() - told:.0f} s"
    return [f"{label}: {first} ended {ended}", f"  visitors: {early.result()}, then {late.result()}"]


with open("Containerfile") as file:
    [command] = [json.loads(line[4:]) for line in file if line.startswith("CMD ")]
forms = {
    "exec form": command,
    "shell form": ["sh", "-c", " ".join(command)],
    "start.sh": ["sh", "start.sh"],
    "start-exec.sh": ["sh", "start-exec.sh"],
}
with ThreadPoolExecutor() as engines, ThreadPoolExecutor() as visitors:
    for lines in engines.map(lambda form: stop(*form, visitors), forms.items()):
        print(*lines, sep="\n")
