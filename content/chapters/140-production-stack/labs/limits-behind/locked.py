"""Two connections to one SQLite file want to write. The second waits for one second instead of five."""

import sqlite3

first = sqlite3.connect("shop.db")
first.execute("CREATE TABLE orders (book)")
first.execute("BEGIN IMMEDIATE")
second = sqlite3.connect("shop.db", timeout=1)
second.execute("INSERT INTO orders VALUES (42)")
