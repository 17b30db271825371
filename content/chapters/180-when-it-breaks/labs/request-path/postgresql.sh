#!/bin/sh
# Makes an empty cluster, lets the shop in without a password (the lab has no neighbours), and serves it.
set -e
initdb --pgdata=/tmp/data --username=shop --auth=trust --no-sync --no-locale --encoding=UTF8 >/tmp/initdb.log 2>&1 || { cat /tmp/initdb.log; exit 1; }
cat postgresql.conf >>/tmp/data/postgresql.conf
exec postgres -D /tmp/data
