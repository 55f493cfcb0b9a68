#!/bin/sh
# Installs the package, and lints a small CMake project with the target it adds.
#
#   cmake-package.sh PROGRAM SOURCES CMAKE BUILD
. "$(dirname "$0")/project.sh"
"$cmake" --install "$build" --prefix "$work/usr" > "$work/install.log" 2>&1 || {
  cat "$work/install.log" >&2
  fail "cmake --install failed"
}
cat > CMakeLists.txt <<'END'
cmake_minimum_required(VERSION 3.20)
project(small CXX)
option(LINT_FILES "only main.cpp" OFF)
find_package(cppwarden 0.1 REQUIRED)
add_library(small STATIC src/run.cpp src/main.cpp)
if(LINT_FILES)
  cppwarden_add_lint_target(lint FILES src/main.cpp)
else()
  cppwarden_add_lint_target(lint OUTPUTS sarif:lint.sarif "html:a b.html" ARGUMENTS --quiet --select "*")
endif()
END
export CMAKE_PREFIX_PATH="$work/usr"
: "${CXX:=$(command -v clang++-22 || command -v c++)}"
export CXX
expect 0 "$cmake" -S . -B out -G Ninja -DCMAKE_EXPORT_COMPILE_COMMANDS=ON
expect 1 ninja -C out lint
holds "$work/out" 'src/run.cpp:4:.*command-injection'
holds out/lint.sarif '"ruleId": "command-injection"'
holds "out/a b.html" '<!doctype html>'
[ ! -e out/libsmall.a ] || fail "linting built the program"

expect 0 "$cmake" -S . -B out -DLINT_FILES=ON
expect 0 ninja -C out lint
holds "$work/out" 'no findings'

expect 1 "$cmake" -S . -B without -G Ninja
holds "$work/err" 'CMAKE_EXPORT_COMPILE_COMMANDS'
echo "cmake-package: ok"
