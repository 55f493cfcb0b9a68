#!/bin/sh
# Installs what the tests need, builds everything, runs every test, checks the
# format of the sources, and lints the project with itself. Cheap to run again.
#
#   sh scripts/test.sh
#
# CPPWARDEN_BUILD_DIR: another build folder than build/.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
cd "$root"
build=${CPPWARDEN_BUILD_DIR:-build}
say() { printf '\n== %s\n' "$1"; }
failed=

say "Installing the Debian packages that are missing"
sh scripts/install-dependencies.sh test

say "Building the program and its tests in $build/"
cmake -S . -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DCPPWARDEN_BUILD_TESTS=ON < /dev/null
ninja -C "$build"

say "clang-format"
# Fixtures, stubs and examples are laid out for their marks, not by the tool.
git ls-files -z -- 'src/*.cpp' 'src/*.h' 'include/*.h' 'tests/*.cpp' 'tests/*.h' \
    ':!tests/fixtures' ':!tests/stubs' ':!tests/fuzz/seeds' ':!examples' |
  xargs -0 clang-format-22 --dry-run -Werror || failed="$failed clang-format"

say "cppwarden on its own sources"
"$build/cppwarden" check -p "$build" src < /dev/null || failed="$failed self-lint(status-$?)"

say "ctest"
ctest --test-dir "$build" -j2 --output-on-failure --no-tests=error < /dev/null || failed="$failed ctest"

if [ -n "$failed" ]; then
  printf '\ntest: FAILED:%s\n' "$failed" >&2
  exit 1
fi
