#!/bin/sh
# Installs the program into an empty folder and uses it there as someone would
# who has nothing else: it must need the C library alone, stay small, and find
# a flaw in a file far from its build folder.
#
#   packaging.sh CMAKE BUILD-FOLDER VERSION
set -eu

cmake=$1
build=$2
version=$3
largest_megabytes=60

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fail() {
  echo "packaging: $1" >&2
  exit 1
}

"$cmake" --install "$build" --prefix "$work/usr" > "$work/install.log" 2>&1 || {
  cat "$work/install.log" >&2
  fail "cmake --install failed"
}
installed=$work/usr/bin/cppwarden
[ -x "$installed" ] || fail "bin/cppwarden is not installed"
for file in LICENSE README.md docs/models.md licenses/llvm.txt licenses/fmt.txt; do
  [ -s "$work/usr/share/doc/cppwarden/$file" ] || fail "share/doc/cppwarden/$file is not installed"
done

# The loader and the kernel's own page come with every program.
foreign=$(ldd "$installed" | awk '{ print $1 }' |
  grep -vE '^(linux-vdso|lib(c|m|dl|rt|pthread))\.so|^/lib(64|32)?/ld-linux' || true)
[ -z "$foreign" ] || fail "needs more than the C library: $(echo $foreign)"

bytes=$(wc -c < "$installed")
echo "packaging: bin/cppwarden has $((bytes / 1000000)) MB"
[ "$bytes" -le $((largest_megabytes * 1000000)) ] || fail "bin/cppwarden has $bytes bytes, more than $largest_megabytes MB"
if file -b "$installed" 2>/dev/null | grep -q 'not stripped'; then
  fail "bin/cppwarden is not stripped"
fi

# One copied file, an empty folder, no compiler to ask.
mkdir "$work/bin" "$work/empty"
cp "$installed" "$work/bin/cppwarden"
rm -r "$work/usr"
cd "$work/empty"
said=$(env -i PATH="$work/bin" cppwarden --version) || fail "--version failed"
case $said in
  *"$version"*) ;;
  *) fail "--version says '$said', not $version" ;;
esac

mkdir source
# stddef.h is one of Clang's own headers: it must come out of the binary.
cat > source/list.cpp <<'END'
#include <stddef.h>
#include <stdlib.h>
#include <string>

size_t list(int argc, char **argv) {
  std::string command = "ls ";
  if (argc > 1)
    command += argv[1];
  system(command.c_str());
  return command.size();
}

int main(int argc, char **argv) { return list(argc, argv) == 0; }
END
status=0
env -i PATH="$work/bin" cppwarden check source/list.cpp -- -std=c++17 > out.txt 2> errors.txt || status=$?
if [ "$status" -ne 1 ] || ! grep -q 'list.cpp:9:.*\[command-injection\]' out.txt; then
  cat out.txt errors.txt >&2
  fail "exit status $status; expected 1 and a command-injection at line 9"
fi

status=0
printf 'int main() { return 0; }\n' > source/clean.cpp
env -i PATH="$work/bin" cppwarden check source/clean.cpp -- -std=c++17 > out.txt 2> errors.txt || status=$?
if [ "$status" -ne 0 ]; then
  cat out.txt errors.txt >&2
  fail "exit status $status for a clean file; expected 0"
fi
echo "packaging: the installed program works alone"
