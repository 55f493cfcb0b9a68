#!/bin/sh
# Emacs' eglot opens a file of the example, reads its diagnostics, and applies
# the suppression and a fix.
#
#   emacs.sh PROGRAM SOURCES CMAKE
. "$(dirname "$0")/orders.sh"
emacs -q --batch --load "$source/tests/editors/emacs.el" > "$work/emacs.log" 2>&1 || {
  cat "$work/emacs.log" >&2
  fail "the session failed"
}
suppressed
fixed
echo "emacs: ok"
