# What a lab and a comparison have of their own inside `unshare`: __lab_own_system TEMP FOLDER… puts the files of TEMP/etc in
# the place of those of /etc, empty folders in the place of those named, and brings up the network. driver.sh and
# comparison-system.sh begin with it.
__lab_own_system() {
  local temp=$1 file folder target
  shift
  # Names are looked up in the same way on every machine, until the lab's setup says otherwise.
  mount -t tmpfs tmpfs /run
  for file in hosts resolv.conf nsswitch.conf; do
    target=$(readlink -m "/etc/$file")
    # resolv.conf is often a link into /run, which is empty now.
    [ -e "$target" ] || { mkdir -p "${target%/*}" && : >"$target"; } 2>/dev/null || continue
    mount --bind "$temp/etc/$file" "$target"
  done
  for folder in "$@"; do
    [ ! -d "$folder" ] || mount -t tmpfs tmpfs "$folder"
  done
  mkdir -p /run/lock /var/log/nginx /var/log/apache2
  hostname lab 2>/dev/null || true
  ip link set lo up 2>/dev/null || python3 -c '
import fcntl, socket, struct
sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
fcntl.ioctl(sock, 0x8914, struct.pack("16sh14x", b"lo", 0x41))  # SIOCSIFFLAGS: UP, RUNNING'
}
