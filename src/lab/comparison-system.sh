# Gives a comparison a system of its own, then runs it. Started by compare-models.ts inside `unshare` as
# `bash -c "$(cat own-system.sh comparison-system.sh)" comparison TEMP COMMAND…`; TEMP/etc holds the files that stand in
# for those of /etc.
set -e
__lab_own_system "$1" /var/log /var/lib/nginx
cd "$1/work"
shift
exec "$@"
