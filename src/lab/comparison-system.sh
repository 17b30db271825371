# Gives a comparison a system of its own, then runs it. Started by compare-models.ts inside `unshare` as
# `bash comparison-system.sh TEMP COMMAND…`; TEMP/etc holds the files that stand in for those of /etc.
set -e
temp=$1
shift
mount -t tmpfs tmpfs /run
for file in hosts resolv.conf nsswitch.conf; do
  target=$(readlink -m "/etc/$file")
  # resolv.conf is often a link into /run, which is empty now.
  [ -e "$target" ] || { mkdir -p "${target%/*}" && : >"$target"; } 2>/dev/null || continue
  mount --bind "$temp/etc/$file" "$target"
done
for folder in /var/log /var/lib/nginx; do
  [ ! -d $folder ] || mount -t tmpfs tmpfs $folder
done
mkdir -p /run/lock /var/log/nginx /var/log/apache2
hostname lab 2>/dev/null || true
ip link set lo up
cd "$temp/work"
exec "$@"
