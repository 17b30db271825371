"""Applies one file after another to a shop's database; after each, lets every version of the code add and read."""

import sqlite3
import sys
from pathlib import Path

from versions import V1, V2, V3

CODE = {"v1": V1(), "v2": V2(), "v3": V3()}


def attempt(work):
    """Does something and takes it back."""
    db.execute("SAVEPOINT attempt")
    try:
        return work()
    except sqlite3.Error as error:
        return str(error).replace("table books has no column", "no column")
    finally:
        db.execute("ROLLBACK TO attempt")


db = sqlite3.connect(":memory:", isolation_level=None)
db.execute("CREATE TABLE books (id INTEGER PRIMARY KEY, title TEXT NOT NULL, price TEXT)")
CODE["v1"].add(db, "The Long Way Back", "12.50")

for step in ["as it was", *sys.argv[1:]]:
    if Path(step).is_file():
        db.executescript(Path(step).read_text())
    elif step in CODE:  # this version is at work, and adds a book
        CODE[step].add(db, f"Added by {step}", "9.05")
    print(f"-- {step}")
    titles = [title for (title,) in db.execute("SELECT title FROM books ORDER BY id")]
    for name, code in CODE.items():
        added = attempt(lambda: code.add(db, "Next", "7.00"))
        read = dict.fromkeys(str(attempt(lambda: code.read(db, title))) for title in titles)
        print(f"{name}  adds: {added or 'ok'};  reads: {', '.join(read)}")
