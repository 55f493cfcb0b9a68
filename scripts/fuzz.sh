#!/bin/sh
# Builds the fuzz targets with libFuzzer and runs each for a while, starting
# from the seeds of the tests. What was found stays in the build folder.
#
#   scripts/fuzz.sh [-t SECONDS] [TARGET]...      all targets, 60 seconds each
#
# CPPWARDEN_FUZZ_DIR: another build folder than build-fuzz/.
set -eu
cd "$(dirname "$0")/.."
build=${CPPWARDEN_FUZZ_DIR:-build-fuzz}
seconds=60
while getopts t: option; do
  case $option in
    t) seconds=$OPTARG ;;
    *)
      echo "usage: scripts/fuzz.sh [-t SECONDS] [TARGET]..." >&2
      exit 2
      ;;
  esac
done
shift $((OPTIND - 1))
[ $# -gt 0 ] || set -- $(sed -n '/^set(targets/,/)/p' tests/fuzz/CMakeLists.txt | grep -o '[A-Za-z]*:' | tr -d :)

command -v clang++-22 >/dev/null 2>&1 || {
  echo "fuzz: clang++-22 is missing; run scripts/install-dependencies.sh fuzz" >&2
  exit 2
}
cmake -S . -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DCMAKE_CXX_FLAGS_RELEASE=-O1 \
  -DCMAKE_CXX_COMPILER=clang++-22 -DCPPWARDEN_BUILD_FUZZERS=ON -DCPPWARDEN_SELF_CONTAINED=OFF < /dev/null
programs=
for target in "$@"; do programs="$programs fuzz-$target"; done
ninja -C "$build" $programs

failed=
for target in "$@"; do
  folder=$build/found/$target
  mkdir -p "$folder/corpus" "$folder/seeds"
  echo "== $target, $seconds s"
  "$build/tests/fuzz/fuzz-$target" --write-seeds "$folder/seeds" < /dev/null
  "$build/tests/fuzz/fuzz-$target" -max_total_time="$seconds" -timeout=20 -rss_limit_mb=2048 -max_len=65536 \
    -artifact_prefix="$folder/" -print_final_stats=1 "$folder/corpus" "$folder/seeds" \
    > "$folder/log" 2>&1 < /dev/null || failed="$failed $target"
  grep -E 'stat::(number_of|average)|ERROR|SUMMARY|broken promise|runtime error' "$folder/log" || true
done
[ -z "$failed" ] || {
  echo "fuzz: FAILED:$failed (see $build/found/)" >&2
  exit 1
}
