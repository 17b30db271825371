# release.sh VERSION: brings a version to the visitors, or stops and says where.
# region: release
stop() { echo "stopped: $1; visitors are still on $(readlink live.conf)"; exit 1; }
hears() { for try in {1..50}; do curl -s "$1" | grep -q "$2" && return; sleep 0.1; done; return 1; }

(cd "$1" && python3 -m unittest -q 2> test.log) || stop "a test failed"
gunicorn --check-config --chdir "$1" shop:app 2> check.log || stop "Gunicorn cannot load it"
echo "tested: $1"

case $(readlink live.conf) in blue.conf) idle=green port=8002 ;; *) idle=blue port=8001 ;; esac
if [ -f $idle.pid ]; then kill "$(cat $idle.pid)"; fi  # an older version, without visitors
while curl -s -o old localhost:$port; do sleep 0.1; done
gunicorn --chdir "$1" --bind 127.0.0.1:$port shop:app > $idle.log 2>&1 & echo $! > $idle.pid
hears localhost:$port "books, version ${1#v}" || stop "$1 does not answer well on $idle"
echo "asked by itself: $1 on $idle"

was=$(readlink live.conf)
bash switch.sh $idle
hears shop.test "books, version ${1#v}" || { bash switch.sh "${was%.conf}"; stop "switched back"; }
echo "visitors get $1"
# endregion: release
