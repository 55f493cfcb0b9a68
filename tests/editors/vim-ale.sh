#!/bin/sh
# Vim with ALE opens a file of the example and reads its diagnostics.
#
#   vim-ale.sh PROGRAM SOURCES CMAKE
. "$(dirname "$0")/orders.sh"
# Vim wants a terminal.
script -qec "TERM=xterm vim -N -u '$source/tests/editors/vim-ale.vim' -i NONE -n src/Orders.cpp" /dev/null \
  < /dev/null > "$work/screen.txt" 2>&1 || true
[ -s ale.txt ] || {
  cat "$work/screen.txt" >&2
  fail "the session failed"
}
grep -q "^$line E .*SQL statement" ale.txt || {
  cat ale.txt >&2
  fail "no finding in line $line"
}
echo "vim-ale: ok"
