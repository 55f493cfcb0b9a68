#!/bin/sh
# Vim with ALE opens a file of the example and reads its diagnostics.
#
#   vim-ale.sh PROGRAM SOURCES CMAKE
. "$(dirname "$0")/orders.sh"
vim -N -u "$source/tests/editors/vim-ale.vim" -i NONE -n src/Orders.cpp \
  < /dev/null > "$work/screen.txt" 2> "$work/vim.log" || {
  cat "$work/orders/ale.txt" "$work/vim.log" >&2
  fail "the session failed"
}
grep -q "^$line E .*SQL statement" ale.txt || {
  cat ale.txt >&2
  fail "no finding in line $line"
}
echo "vim-ale: ok"
