# Empties the logs and begins the clock of the wire again.
truncate --size 0 /var/log/nginx/*.log /var/log/gunicorn/*.log wire.log
rm -f environ.txt asgi.txt
journalctl -q --cursor-file=seen > /dev/null
