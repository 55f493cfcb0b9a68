#!/bin/sh
# From a fresh Debian 12 to findings: installs what is needed, builds the
# program, lints examples/orders-server. Cheap to run again.
#
#   sh scripts/quickstart.sh
#
# CPPWARDEN_BUILD_DIR: another build folder than build/.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
cd "$root"
build=${CPPWARDEN_BUILD_DIR:-build}
sarif=$build/orders-server.sarif
say() { printf '\n== %s\n' "$1"; }

say "Installing the Debian packages that are missing"
sh scripts/install-dependencies.sh example

say "Building $build/cppwarden (release)"
mkdir -p "$build"
cmake -S . -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release > "$build/configure.log" 2>&1 || {
  cat "$build/configure.log" >&2
  exit 1
}
ninja -C "$build" cppwarden

say "Configuring examples/orders-server, for its compile_commands.json"
# A fresh Debian has no other compiler than the one installed above.
CXX=${CXX:-clang++-22} cmake -S examples/orders-server -B examples/orders-server/build -G Ninja > /dev/null

say "$build/cppwarden check -p examples/orders-server/build --output text --output sarif:$sarif"
status=0
"$build/cppwarden" check -p examples/orders-server/build --output text --output "sarif:$sarif" || status=$?

say "Result"
case $status in
  0 | 1) ;;
  *)
    echo "quickstart: cppwarden failed with exit status $status" >&2
    exit "$status"
    ;;
esac
echo "Exit status of cppwarden: $status (1: there are findings, so a CI job would stop here)."
echo "SARIF: $(realpath "$sarif")"
echo "Your own program: $build/cppwarden check -p <folder of its compile_commands.json>"
