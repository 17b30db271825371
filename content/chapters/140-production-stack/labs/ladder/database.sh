# Makes a database and serves it by a Unix socket. PostgreSQL refuses to run as root, and root is the lab's only
# user: so it gets a user namespace of its own, in which the same user has another number.
set -e
as_user() { unshare --user --map-user=1000 --map-group=1000 "$@"; }
case $1 in
  make) as_user initdb --username=shop --auth=trust --no-sync --locale=C --encoding=UTF8 database > initdb.log ;;
  serve)
    as_user postgres -D database -k "$PWD" -c listen_addresses= -c fsync=off -c shared_buffers=2MB \
      -c autovacuum=off -c log_line_prefix= -c log_timezone=UTC &
    until psql -qc 'SELECT 1' > /dev/null 2>&1; do sleep 0.1; done
    touch database.ready
    wait
    ;;
esac
