#!/bin/sh
# Neovim's own client opens a file of the example, reads its diagnostics, and
# applies the suppression and a fix.
#
#   neovim.sh PROGRAM SOURCES CMAKE
. "$(dirname "$0")/orders.sh"
nvim --headless --noplugin -u NONE -S "$source/tests/editors/neovim.lua" > "$work/nvim.log" 2>&1 || {
  cat "$work/nvim.log" >&2
  fail "the session failed"
}
suppressed
fixed
echo "neovim: ok"
