#!/bin/sh
# Runs one command on one of several hosts that see the same files:
#
#   cppwarden ninja … --launcher 'sh ssh-launcher.sh build1 build2 build3 --'
#
# The host is chosen by the command's words, so that a unit that is analysed
# again finds its headers in the memory of the same machine. CPPWARDEN_SSH: what
# to use instead of ssh. The exit status is the command's, 255 if no host is
# reached.
set -eu
quoted() {
  for word in "$@"; do
    printf "'%s' " "$(printf '%s' "$word" | sed "s/'/'\\\\''/g")"
  done
}
hosts=
count=0
while [ $# -gt 0 ] && [ "$1" != -- ]; do
  hosts="$hosts $1"
  count=$((count + 1))
  shift
done
[ $# -gt 1 ] && [ "$count" -gt 0 ] || {
  echo "usage: ssh-launcher.sh HOST… -- COMMAND…" >&2
  exit 2
}
shift
sum=$(printf '%s\n' "$@" | cksum | cut -d' ' -f1)
skip=$((sum % count))
for host in $hosts; do
  [ "$skip" -gt 0 ] || break
  skip=$((skip - 1))
done
exec ${CPPWARDEN_SSH:-ssh} "$host" "cd $(quoted "$PWD") && exec $(quoted "$@")"
