#!/bin/sh
# Neovim's own client opens a file of the example, reads its diagnostics, and
# applies the suppression.
#
#   neovim.sh PROGRAM SOURCES CMAKE
. "$(dirname "$0")/orders.sh"
nvim --headless --noplugin -u NONE -S "$source/tests/editors/neovim.lua" > "$work/nvim.log" 2>&1 || {
  cat "$work/nvim.log" >&2
  fail "the session failed"
}
grep -q 'cppwarden-ignore\[sql-injection\]' src/Orders.cpp || fail "the suppression was not written"
cppwarden check -p build --quiet --select sql-injection src/Orders.cpp > "$work/after.txt" ||
  fail "check still finds what was suppressed: $(cat "$work/after.txt")"
echo "neovim: ok"
