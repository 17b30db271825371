# The one shell of a lab: prepares its system, then runs what it is told to. Started by shell.ts as
# `bash -c "$(cat own-system.sh driver.sh)" NAME ISOLATED TEMP LAB VENV`; NAME is random and marks the end of each answer.
exec 3<&0 </dev/null 2>&1 4>&1
__lab_name=$0 __lab_isolated=$1 __lab_temp=$2 __lab_folder=$3 __lab_venv=$4 __lab_last=0 __lab_servers=()
set --

__lab_prepare() {
  set -e
  mount --bind "$__lab_temp/labs" /srv
  if [ -n "$__lab_venv" ]; then
    mkdir -p "$__lab_temp/opt/venv"
    mount --bind "$__lab_venv" "$__lab_temp/opt/venv"
    mount --rbind "$__lab_temp/opt" /opt
  fi
  __lab_own_system "$__lab_temp" /var/log /var/lib/nginx /var/tmp /tmp
  chmod 1777 /tmp /var/tmp
  # A lab changes nothing of the machine: not as root either.
  mount -o remount,bind,ro / 2>/dev/null || true
  set +e
}

__lab_status() { return "$1"; }
__lab_answer() { printf '\036%s %s\036' "$__lab_name" "$1" >&4; }

[ "$__lab_isolated" = no ] || __lab_prepare
cd "$__lab_folder" || exit 1
__lab_answer 0

while IFS= read -r -d '' -u 3 __lab_kind && IFS= read -r -d '' -u 3 __lab_server && IFS= read -r -d '' -u 3 __lab_text; do
  case $__lab_kind in
    setup)
      set -e
      eval "$__lab_text" 3<&- 4>&-
      set +e
      __lab_answer 0
      ;;
    serve)
      setsid bash -c "$__lab_text" >>"$__lab_server.log" 2>&1 3<&- 4>&- &
      echo $! >"$__lab_server.pid"
      __lab_servers+=("-$!")
      disown
      __lab_answer 0
      ;;
    run)
      __lab_status "$__lab_last"
      eval "$__lab_text" 3<&- 4>&-
      __lab_last=$?
      __lab_answer $__lab_last
      ;;
  esac
done

# The program that told it what to run has gone.
kill -KILL -- "${__lab_servers[@]}" 2>/dev/null
