# One machine plays all parts: 198.51.100.7 is the visitor's address, 192.0.2.10 the shop's, 203.0.113.53 the resolver's.
# Its folders are where they stand on a real machine. Only this lab sees them.
set -e
for file in hosts nsswitch.conf resolv.conf; do mount --bind "$file" "/etc/$file"; done
for address in 198.51.100.7 192.0.2.10 203.0.113.53; do ip address add $address/32 dev lo; done
for address in 192.0.2.10 203.0.113.53; do ip route replace local $address dev lo table local src 198.51.100.7; done
mkdir -p /var/log/gunicorn /run/systemd/journal

cp /etc/nginx/mime.types .
mount -t tmpfs tmpfs /etc/nginx
mkdir -p /srv/shop/covers
cp -r static /srv/shop/
bash make-certificates.sh 2> make-certificates.log
cp nginx.conf mime.types shop.crt shop.key /etc/nginx/
printf 'cacert = ca.crt\nsilent\nshow-error\n' > .curlrc
touch -d '2026-11-01 12:00 UTC' /srv/shop/static/shop.css
