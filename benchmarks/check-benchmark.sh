#!/bin/sh
# The cold price of `cppwarden check` on one build folder, as a multiple of
# parsing the same units with clang++-22; start-up time; peak memory.
#
#   benchmarks/check-benchmark.sh CPPWARDEN BUILD [JOBS]
#   benchmarks/check-benchmark.sh --compiler-only BUILD JOBS TIMEFILE
#
# The second form is what scripts/ecosystem.sh calls. Needs GNU time, python3.
set -eu

fail() {
  echo "check-benchmark: $1" >&2
  exit 1
}

# One shell line a unit: the database's command, made to parse only.
commands_of() {
  python3 - "$1" <<'PYTHON'
import json, os, shlex, sys
drop = {"-c", "-MD", "-MMD", "-MP", "-MM", "-M"}
drop_with_value = {"-o", "-MF", "-MT", "-MQ"}
launchers = {"ccache", "sccache", "distcc", "icecc", "gomacc"}
seen = set()
for unit in json.load(open(os.path.join(sys.argv[1], "compile_commands.json"))):
    words = unit.get("arguments") or shlex.split(unit["command"])
    while os.path.basename(words[0]) in launchers:
        words = words[1:]
    compiler = "clang-22" if unit["file"].endswith(".c") else "clang++-22"
    kept, rest = [compiler, "-fsyntax-only", "-w"], iter(words[1:])
    for word in rest:
        if word in drop_with_value:
            next(rest, None)
        elif word not in drop:
            kept.append(word)
    # A static and a shared library list a unit twice; the linter takes it once.
    key = (unit["file"], *(w for w in kept if not w.lower().startswith(("-fpic", "-fpie"))))
    if key in seen:
        continue
    seen.add(key)
    print("cd " + shlex.quote(unit["directory"]) + " && exec " + shlex.join(kept))
PYTHON
}

parse_all() { # BUILD JOBS TIMEFILE
  lines=$(mktemp)
  commands_of "$1" >"$lines"
  # A unit that lacks a generated header fails here as it does in the linter.
  tr '\n' '\0' <"$lines" | /usr/bin/time -v -o "$3" xargs -0 -P "$2" -I{} sh -c '({}) 2>/dev/null || :'
  rm -f "$lines"
}

field() { sed -n "s/.*$2.*: //p" "$1"; }
cpu() { awk '/User time|System time/ { s += $NF } END { print s }' "$1"; }

if [ "${1:-}" = --compiler-only ]; then
  [ $# -eq 4 ] || fail "usage: --compiler-only BUILD JOBS TIMEFILE"
  parse_all "$2" "$3" "$4"
  exit
fi
[ $# -ge 2 ] || { echo "usage: benchmarks/check-benchmark.sh CPPWARDEN BUILD [JOBS]" >&2; exit 2; }
[ -x "$1" ] || fail "'$1' is not a program"
[ -f "$2/compile_commands.json" ] || fail "no compile_commands.json in '$2'"
jobs=${3:-2}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

/usr/bin/time -v -o "$folder/start" "$1" version >/dev/null
status=0
/usr/bin/time -v -o "$folder/check" "$1" check --no-cache -p "$2" -j "$jobs" --no-config --format jsonl \
  >"$folder/findings" 2>"$folder/errors" || status=$?
[ "$status" -le 3 ] && [ "$status" -ne 2 ] || fail "check ended with $status: $(tail -1 "$folder/errors")"
parse_all "$2" "$jobs" "$folder/compiler"

wall="Elapsed (wall clock) time"
echo "start-up       $(field "$folder/start" "$wall")"
echo "check          $(field "$folder/check" "$wall") wall, $(cpu "$folder/check") s CPU, exit status $status"
echo "compiler       $(field "$folder/compiler" "$wall") wall, $(cpu "$folder/compiler") s CPU"
echo "ratio of CPU   $(awk -v a="$(cpu "$folder/check")" -v b="$(cpu "$folder/compiler")" 'BEGIN { printf "%.2f", a / b }')"
echo "peak           $(field "$folder/check" "Maximum resident") kB in the largest process"
