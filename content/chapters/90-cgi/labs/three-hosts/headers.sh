# Sends two delicate header fields to each host and prints what the program was told of them.
for host in Apache:8081 nginx:8082 host.py:8083 guarded:8084; do
    echo "${host%:*}:"
    curl -s -H 'Proxy: http://198.51.100.9:3128' -H 'Authorization: Basic dG9tOnB3' \
        "http://shop.test:${host#*:}/cgi-bin/show.cgi" | grep -E '^HTTP_(PROXY|AUTHORIZATION) '
done
