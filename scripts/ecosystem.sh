#!/bin/sh
# Lints real C++ programs from Debian 12's source packages and writes the table
# of docs/ecosystem.md: units, failures, findings, time against the compiler.
# Sources stay in the work folder; nothing of them belongs in this repository.
#
#   scripts/ecosystem.sh CPPWARDEN WORK [PROGRAM]...
#
# Needs root (apt-get), clang++-22, cmake, ninja, python3, GNU time and an apt
# source in deb822 form. JOBS=N sets the parallelism (2), LIMIT the seconds that
# one program may take (1800). Programs linted before keep their rows.
set -eu

fail() {
  echo "ecosystem: $1" >&2
  exit 1
}

[ $# -ge 2 ] || { echo "usage: scripts/ecosystem.sh CPPWARDEN WORK [PROGRAM]..." >&2; exit 2; }
here=$(cd "$(dirname "$0")/.." && pwd)
linter=$(readlink -f "$1")
[ -x "$linter" ] || fail "'$1' is not a program: build cppwarden first"
mkdir -p "$2/src" "$2/build" "$2/out"
work=$(cd "$2" && pwd)
shift 2
[ $# -gt 0 ] || set -- i2pd aria2 mosquitto libtorrent-rasterbar nghttp2 cryfs mpd rtorrent pdns zabbix
jobs=${JOBS:-2}
limit=${LIMIT:-1800}

add_source_packages() {
  apt-cache showsrc aria2 >/dev/null 2>&1 && return
  list=/etc/apt/sources.list.d/debian.sources
  [ -f "$list" ] || fail "no $list to take the mirror from: add deb-src entries by hand"
  sed 's/^Types:.*/Types: deb-src/' "$list" >/etc/apt/sources.list.d/debian-src.sources
  apt-get update -qq
}

obtain() {
  ls -d "$work/src/$1"-[0-9]*/ >/dev/null 2>&1 && return
  apt-get build-dep -y -qq --no-install-recommends "$1" >"$work/out/$1.apt" 2>&1 &&
    (cd "$work/src" && apt-get source -qq "$1") >>"$work/out/$1.apt" 2>&1
}

# Autotools: the commands that `make` would run, without running them.
database_of_make() {
  make -nwk V=1 2>/dev/null | python3 -c '
import json, os, re, shlex, sys
folders, units = [os.getcwd()], []
text = sys.stdin.read().replace("\\\n", " ")
for line in text.splitlines():
    if m := re.search(r"Entering directory .(.+).$", line):
        folders.append(m[1])
        continue
    if re.search(r"Leaving directory", line):
        folders.pop()
        continue
    # Automake names a source that may be beside the build folder this way.
    line = re.sub(r"`test -f .([^ ]+?).? \|\| echo .([^ ]+?).?`", r"\2", line)
    for command in re.split(r"&&|;", line):
        m = re.search(r"(?:^|\s)((?:g\+\+|gcc|c\+\+|cc)\s.*)", command)
        if not m or " -c " not in command:
            continue
        try:
            words = shlex.split(m[1])
        except ValueError:
            continue
        for word in words:
            if re.search(r"\.(c|cc|cpp|cxx)$", word):
                units.append({"directory": folders[-1], "file": word, "arguments": words})
json.dump(units, open("compile_commands.json", "w"), indent=1)
'
}

# Writes the compile database of a program below build/, without building it: what generated sources would be needed
# for is counted as incomplete.
configure() {
  source=$(ls -d "$work/src/$1"-[0-9]*/ | head -1)
  build=$work/build/$1
  [ -f "$build/compile_commands.json" ] && return
  mkdir -p "$build"
  case $1 in
    aria2 | rtorrent) (cd "$build" && "$source/configure" -q --disable-nls && database_of_make) ;;
    pdns)
      (cd "$build" && "$source/configure" -q --with-modules="bind gmysql gpgsql gsqlite3 pipe remote" &&
        database_of_make)
      ;;
    zabbix)
      (cd "$build" && "$source/configure" -q --enable-server --enable-proxy --enable-agent --with-mysql --with-libcurl \
        --with-libxml2 --with-ssh2 --with-unixodbc --with-ldap --with-openssl CPPFLAGS="-I$source/include" &&
        database_of_make)
      ;;
    mpd) meson setup "$build" "$source" ;;
    i2pd) with_cmake "$source/build" ;;
    cryfs)
      with_cmake "$source" -DBUILD_TESTING=OFF -DCRYFS_UPDATE_CHECKS=OFF \
        -DDEPENDENCY_CONFIG="$source/cmake-utils/DependenciesFromLocalSystem.cmake"
      ;;
    *) with_cmake "$source" ;;
  esac >"$work/out/$1.configure" 2>&1
}
with_cmake() {
  folder=$1
  shift
  cmake -S "$folder" -B "$build" -G Ninja -DCMAKE_EXPORT_COMPILE_COMMANDS=ON -DCMAKE_BUILD_TYPE=Release \
    -DDOCUMENTATION=OFF "$@"
}

# Columns of the table for one program, from its output folder.
row() {
  python3 - "$1" "$2" "$work/out/$1" "$work/build/$1" <<'PYTHON'
import collections, json, pathlib, re, sys
name, version, out, build = sys.argv[1:]
def measured(path):
    text = pathlib.Path(path).read_text(errors="replace")
    def field(label):
        m = re.search(re.escape(label) + r".*?: ([\d:.]+)$", text, re.M)
        return m[1] if m else "0"
    wall = 0.0
    for part in field("Elapsed (wall clock) time").split(":"):
        wall = wall * 60 + float(part)
    cpu = float(field("User time")) + float(field("System time"))
    return wall, cpu, int(float(field("Maximum resident set size")) / 1024)
status = pathlib.Path(out + ".status").read_text().strip()
rules, units = collections.Counter(), {}
for line in pathlib.Path(out + ".jsonl").read_text(errors="replace").splitlines():
    try:
        record = json.loads(line)
    except ValueError:
        continue
    if rule := record.get("rule"):
        rules[rule] += 1
    units = record.get("units", units)
total = units.get("total", 0)
incomplete = units.get("incomplete", 0) + units.get("failed", 0)
check, compiler = measured(out + ".time"), measured(out + ".compiler.time")
ratio = f"{check[1] / compiler[1]:.2f}" if compiler[1] and status in ("0", "1", "3") else "-"
listed = ", ".join(f"{r} {n}" for r, n in rules.most_common()) or "none"
print(f"| {name} {version} | {total} | {incomplete} | {status} | {check[0]:.0f} / {check[1]:.0f} s "
      f"| {compiler[0]:.0f} / {compiler[1]:.0f} s | {ratio} | {check[2]} MB | {listed} |")
PYTHON
}

# What the labels say of the findings, by rule.
verdicts() {
  python3 - "$here/tests/ecosystem/labels.tsv" <<'PYTHON'
import collections, csv, sys
right, all_ = collections.Counter(), collections.Counter()
wrong = []
for row in csv.DictReader(open(sys.argv[1]), delimiter="\t"):
    all_[row["rule"]] += 1
    if row["verdict"] == "true":
        right[row["rule"]] += 1
    else:
        wrong.append(row)
total, good = sum(all_.values()), sum(right.values())
print(f"""
## Precision

Every finding of the default pack is read and labelled in `tests/ecosystem/labels.tsv`, with the reason; the labels may
be of an earlier run than the table. {good} of {total} are right ({good / total:.2f}). A digest or a number of iterations that a
protocol fixes counts as right: the statement is true, and whether it matters is for the maintainer.

| rule | right | of |
|---|---|---|""")
for rule, count in sorted(all_.items()):
    print(f"| {rule} | {right[rule]} | {count} |")
print("\nWrong:\n")
for row in wrong:
    print(f"- {row['program']} `{row['file']}:{row['line']}`, {row['rule']}: {row['why']}")
PYTHON
}

add_source_packages
for program in "$@"; do
  obtain "$program" && configure "$program" || {
    echo "ecosystem: $program: not configured, see $work/out/$program.apt and $program.configure" >&2
    continue
  }
  out=$work/out/$program
  source=$(ls -d "$work/src/$program"-[0-9]*/ | head -1)
  version=$(basename "$source" | sed 's/.*-//')
  status=0
  /usr/bin/time -v -o "$out.time" timeout "$limit" "$linter" check -p "$work/build/$program" \
    -j "$jobs" --no-cache --no-config --format jsonl --root "$source" >"$out.jsonl" 2>"$out.err" || status=$?
  echo "$status" >"$out.status"
  "$here/benchmarks/check-benchmark.sh" --compiler-only "$work/build/$program" "$jobs" "$out.compiler.time"
  row "$program" "$version" >"$out.row"
done

{
  cat <<'HEAD'
# Real programs

Written by `scripts/ecosystem.sh`. Programs are Debian 12 source packages; the compiler's time is
`clang++-22 -fsyntax-only -w` on the same units with the same parallelism. Time is wall / CPU, the ratio is of CPU;
status is the exit status (124: stopped at the time limit, and then there is no ratio).

| program | units | incomplete | status | cppwarden | compiler | ratio | peak of one process | findings |
|---|---|---|---|---|---|---|---|---|
HEAD
  cat "$work"/out/*.row
  verdicts
} >"$here/docs/ecosystem.md"
cat "$work"/out/*.row
