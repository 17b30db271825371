# switch.sh COLOUR: sends visitors to this colour from now on.
set -e
was=$(readlink live.conf)
ln -sfn "$1.conf" live.conf
nginx -t -q -p . -c nginx.conf || { ln -sfn "$was" live.conf; exit 1; }
kill -HUP "$(cat nginx.pid)"
