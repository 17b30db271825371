# A certificate authority of the lab's own, and a certificate for two names that it has signed.
set -e
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -noenc -days 30 \
  -subj "/CN=The lab's own authority" -keyout ca.key -out ca.crt
openssl req -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -noenc \
  -subj "/CN=shop.test" -keyout shop.key -out shop.csr
openssl x509 -req -in shop.csr -CA ca.crt -CAkey ca.key -CAcreateserial -days 30 \
  -extfile <(echo "subjectAltName=DNS:shop.test,DNS:api.shop.test") -out shop.crt
