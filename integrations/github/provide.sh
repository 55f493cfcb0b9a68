#!/bin/sh
# First step of action.yml: finds cppwarden or builds it, and names it as the
# output "program".
#
#   CPPWARDEN_PROGRAM   the program to take; may be empty
#   GITHUB_ACTION_PATH, GITHUB_OUTPUT, RUNNER_TEMP   set by the runner
set -eu

program=${CPPWARDEN_PROGRAM:-}
if [ -n "$program" ]; then
  program=$(command -v "$program") || {
    echo "::error title=cppwarden::the input 'program' names no program that can be run"
    exit 2
  }
elif ! program=$(command -v cppwarden); then
  sources=$GITHUB_ACTION_PATH/../..
  build=${RUNNER_TEMP:-/tmp}/cppwarden-build
  if [ ! -x "$build/cppwarden" ]; then
    echo "cppwarden is not on the PATH; building it from the action's sources"
    sh "$sources/scripts/install-dependencies.sh" build
    cmake -S "$sources" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DCPPWARDEN_BUILD_TESTS=OFF
    ninja -C "$build" cppwarden
  fi
  program=$build/cppwarden
fi
"$program" version
echo "program=$program" >> "$GITHUB_OUTPUT"
