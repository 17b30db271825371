"""Plants one fault at a time in a copy of the shop, and says which layer of tests turns red."""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

LAYERS = ["function", "call", "database", "server"]
# region: faults
FAULTS = {
    "none": ("prices.py", "", ""),
    "9.05 becomes 9.5": ("prices.py", ":02}", "}"),
    "length counts characters": ("shop.py", "len(body)", "len(text)"),
    "column has another name": ("schema.sql", "cents INTEGER", "price INTEGER"),
    "wrong name in the settings": ("gunicorn.conf.py", "shop:app", "shop:shop"),
}
# endregion: faults

print(f"{'fault planted':28}", *(f"{layer:9}" for layer in LAYERS), sep="")
for fault, (file, old, new) in FAULTS.items():
    with tempfile.TemporaryDirectory() as folder:
        for source in [*Path(".").glob("*.py"), Path("schema.sql")]:
            shutil.copy(source, folder)
        text = Path(file).read_text()
        assert old in text
        Path(folder, file).write_text(text.replace(old, new))
        results = []
        for layer in LAYERS:
            test = subprocess.run([sys.executable, "-m", "unittest", f"test_{layer}"], cwd=folder, capture_output=True)
            results.append("ok" if test.returncode == 0 else "RED")
        print(f"{fault:28}", *(f"{result:9}" for result in results), sep="")
