# One authority, which curl is told to trust, and two certificates: one is good, one has expired.
set -e
new_key=(-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -noenc)
openssl req -x509 "${new_key[@]}" -days 30 -subj "/CN=The lab's own authority" -keyout ca.key -out ca.crt

# sign NAME AUTHORITY START END
sign() {
  openssl req "${new_key[@]}" -subj "/CN=$1" -keyout "$1.key" -out "$1.csr"
  touch index.txt
  openssl ca -batch -config ca.conf -cert "$2.crt" -keyfile "$2.key" -extensions "names_$1" \
    -startdate "$3" -enddate "$4" -in "$1.csr" -out "$1.crt" -notext
}
yesterday=$(date -u -d yesterday +%Y%m%d000000Z)
next_month=$(date -u -d '30 days' +%Y%m%d000000Z)
sign shop.test ca "$yesterday" "$next_month"
sign old.test ca 20260101000000Z 20260401000000Z
