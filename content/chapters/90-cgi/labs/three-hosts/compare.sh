# Asks three hosts for the same programs and prints the status of each answer.
status() { curl -s -o body -w '%{http_code}' "http://shop.test:$1/cgi-bin/$2"; }

echo "Apache nginx host.py"
for name in move.cgi broken.cgi not-executable.cgi nothing.cgi; do
    printf '%-6s %-5s %-8s %s\n' "$(status 8081 $name)" "$(status 8082 $name)" "$(status 8083 $name)" "$name"
done
