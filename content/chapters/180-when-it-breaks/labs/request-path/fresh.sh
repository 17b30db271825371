# Empties the logs and begins the clock of the wire again.
truncate --size 0 /var/log/nginx/*.log /var/log/gunicorn/*.log
rm -f environ.txt asgi.txt
journalctl -q --cursor-file=seen > /dev/null
echo mark > /dev/udp/127.0.0.1/9
until [ ! -s wire.log ]; do sleep 0.01; done
