# Puts everything where it would stand on a real machine. Only this lab sees these folders.
set -e
cp /etc/nginx/mime.types .
mount -t tmpfs tmpfs /etc/nginx

mkdir -p /srv/shop/media /etc/nginx/tls
cp -r app static gunicorn.conf.py /srv/shop/
ln -s "$(dirname "$(dirname "$(command -v gunicorn)")")" /srv/shop/venv

# The lab knows one user only. On a real machine this line stays as it is.
sed 's/^user www-data;/user root;/' nginx.conf > /etc/nginx/nginx.conf
cp mime.types /etc/nginx/

bash make-certificate.sh 2> make-certificate.log
cp shop.crt shop.key /etc/nginx/tls/
echo "cacert = $PWD/ca.crt" > .curlrc
