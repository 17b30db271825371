"""Eight jobs of waiting and eight of computing, by one thread and by four."""

import math
import threading
import time


# region: jobs
def wait():
    time.sleep(0.2)


def compute():
    sum(n * n for n in range(1_000_000))


def run(job, threads):
    """Does the job eight times, by so many threads, and compares CPU time with the clock."""
    clock, cpu = time.perf_counter(), time.process_time()
    team = [threading.Thread(target=lambda: [job() for _ in range(8 // threads)]) for _ in range(threads)]
    for thread in team:
        thread.start()
    for thread in team:
        thread.join()
    clock, cpu = time.perf_counter() - clock, time.process_time() - cpu
    return clock, cpu / clock
# endregion: jobs


clocks = [run(wait, threads)[0] for threads in (1, 4)]
print(f"waiting:   four threads are {round(clocks[0] / clocks[1])} times as fast as one")
cores = run(compute, 4)[1]
print(f"computing: four threads keep at most {math.ceil(round(cores, 1))} core busy")
