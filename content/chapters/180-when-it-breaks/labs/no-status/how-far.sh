# region: loop
came='%{exitcode},%{time_namelookup},%{remote_ip},'
came+='%{time_appconnect},%{http_code},%{url}\n'
for url; do
  curl -s -o body --connect-timeout 1 -m 2 -w "$came" "$url"
done | awk -F, '{
  printf("%4s %5s %8s %4s %7s  %s\n", $1,
         ($2 > 0 ? "yes" : "-"), ($3 ? "yes" : "-"),
         ($4 > 0 ? "yes" : "-"), ($5 > 0 ? $5 : "-"), $6)
}'
# endregion: loop
