"""A job that keeps the whole database to itself: `stocktaking.py SECONDS`."""

import sqlite3
import sys
import time

db = sqlite3.connect("shop.db")
db.execute("BEGIN EXCLUSIVE")
open("stocktaking.on", "w").close()
time.sleep(float(sys.argv[1]))
db.rollback()
