# Sourced by the tests beside it: examples/orders-server, configured and checked
# once, in $work/orders; `cppwarden` is on the path.
set -eu
program=$1
source=$2
cmake=$3
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fail() {
  echo "$(basename "$0" .sh): $1" >&2
  exit 1
}
mkdir "$work/bin" "$work/home"
ln -s "$program" "$work/bin/cppwarden"
export PATH="$work/bin:$PATH" HOME="$work/home" XDG_CONFIG_HOME="$work/home" XDG_DATA_HOME="$work/home"
cp -R "$source/examples/orders-server" "$work/orders"
cd "$work/orders"
git init -q .
"$cmake" -S . -B build > "$work/configure.log" 2>&1 || {
  cat "$work/configure.log" >&2
  fail "the example cannot be configured"
}
# The editors find flows through files that they have not opened.
status=0
cppwarden check -p build --quiet > "$work/check.txt" || status=$?
[ "$status" -eq 1 ] || fail "check ends with $status instead of 1"
injections() {
  sed -n 's/^src\/Orders\.cpp:\([0-9]*\):.*\[sql-injection\]$/\1/p' "$1"
}
# Two; the sessions suppress the first.
line=$(injections "$work/check.txt" | head -n 1)
[ "$(injections "$work/check.txt" | wc -l)" -eq 2 ] || fail "check finds other injections in src/Orders.cpp than two"
export line
# The fix that an editor has made counts for a check.
fixed() {
  grep -q 'digestWith(EVP_sha256(), text); // flaw' src/Users.cpp || fail "the fix was not made"
  cppwarden check -p build --quiet > "$work/fixed.txt" || [ $? -eq 1 ] || fail "check failed"
  ! grep '^src/Users\.cpp:.*\[weak-hash\]$' "$work/fixed.txt" || fail "the finding is still there"
}
# The suppression that an editor has written counts for a check.
suppressed() {
  grep -q 'cppwarden-ignore\[sql-injection\]' src/Orders.cpp || fail "the suppression was not written"
  cppwarden check -p build --quiet > "$work/after.txt" || [ $? -eq 1 ] || fail "check failed"
  [ "$(injections "$work/after.txt" | wc -l)" -eq 1 ] || fail "the suppression does not count"
}
