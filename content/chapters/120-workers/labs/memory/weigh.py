"""Adds up the memory of a server's processes; pages that several share are counted once."""

import sys
from pathlib import Path

MIB = 1024


def family(pid):
    """The process and all below it."""
    yield pid
    for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split():
        yield from family(child)


# region: weigh
def weight(pid):
    """Proportional set size: a page that n processes share counts 1/n in each."""
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) / MIB
# endregion: weigh


for name in sys.argv[1:]:
    pids = list(family(Path(f"{name}.pid").read_text().strip()))
    total = sum(weight(pid) for pid in pids)
    print(f"{name}: {len(pids)} processes, {total:.0f} MiB, catalogues: {int(total / 64)}")
