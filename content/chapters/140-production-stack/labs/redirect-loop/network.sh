# One machine plays both ends: 198.51.100.7 is the visitor's address, 192.0.2.10 the shop's.
mount --bind hosts /etc/hosts
ip addr add 198.51.100.7/32 dev lo
ip addr add 192.0.2.10/32 dev lo
ip route replace local 192.0.2.10 dev lo table local src 198.51.100.7
