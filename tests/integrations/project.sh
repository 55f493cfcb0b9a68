# Sourced by the tests beside it: a small program in $work/project with a flaw in
# src/run.cpp line 4, and its compile database in build/.
set -eu
program=$1
source=$2
cmake=$3
build=$4
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fail() {
  echo "$(basename "$0" .sh): $1" >&2
  exit 1
}
# expect STATUS COMMAND…: output in $work/out and $work/err.
expect() {
  wanted=$1
  shift
  status=0
  "$@" > "$work/out" 2> "$work/err" || status=$?
  [ "$status" -eq "$wanted" ] || {
    cat "$work/out" "$work/err" >&2
    fail "exit status $status instead of $wanted: $*"
  }
}
holds() {
  grep -q -e "$2" "$1" || {
    cat "$1" >&2
    fail "$1 has no '$2'"
  }
}
mkdir -p "$work/bin" "$work/project/src" "$work/project/build" "$work/project/.git" # .git: the root
ln -s "$program" "$work/bin/cppwarden"
cd "$work/project"
cat > src/run.cpp <<'END'
#include <stdlib.h>
void run() {
  if (const char *command = getenv("COMMAND"))
    system(command);
}
END
printf 'int main() { return 0; }\n' > src/main.cpp
{
  echo '['
  echo "{\"directory\": \"$work/project\", \"command\": \"c++ -c src/run.cpp\", \"file\": \"src/run.cpp\"},"
  echo "{\"directory\": \"$work/project\", \"command\": \"c++ -c src/main.cpp\", \"file\": \"src/main.cpp\"}"
  echo ']'
} > build/compile_commands.json
