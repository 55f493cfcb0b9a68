#!/bin/sh
# Lints a small Bazel workspace with the aspect. Skipped (77) without a Bazel
# that can build C++: it fetches rules_cc, rules_java and remote_coverage_tools
# from the network, unless CPPWARDEN_BAZEL_FLAGS says where they lie:
#   --override_repository=rules_cc=/FOLDER …
#
#   bazel.sh PROGRAM SOURCES CMAKE BUILD
bazel=$(command -v bazel) || {
  echo "bazel: not installed, skipped"
  exit 77
}
. "$(dirname "$0")/project.sh"
trap 'bazel_run shutdown > /dev/null 2>&1; chmod -R u+w "$work"; rm -rf "$work"' EXIT

# bazel_run COMMAND…: with the flags that every command takes.
bazel_run() {
  "$bazel" --output_user_root="$work/bazel" "$@"
}
# run STATUS COMMAND…: output in $work/out.
run() {
  wanted=$1
  command=$2
  shift 2
  # shellcheck disable=SC2086
  expect "$wanted" bazel_run "$command" ${CPPWARDEN_BAZEL_FLAGS:-} --subcommands "$@"
  cat "$work/err" >> "$work/out"
}
# The units that the last run analysed.
analysed() {
  sed -n "s/.*'Linting \(.*\.cc\?\)'.*/\1/p" "$work/out" | sort | tr '\n' ' '
}
units() {
  [ "$(analysed)" = "$1" ] || fail "analysed '$(analysed)' instead of '$1'"
}

cp -r "$source/integrations/bazel" "$work/project/cppwarden"
cp "$program" cppwarden/cppwarden
: > WORKSPACE
cat >> WORKSPACE <<'END'
local_repository(name = "vendor", path = "vendored")
END
mkdir -p vendored lib
: > vendored/WORKSPACE
cat > vendored/BUILD.bazel <<'END'
cc_library(name = "vendor", srcs = ["vendor.cc"], hdrs = ["vendor.h"], visibility = ["//visibility:public"])
END
printf 'const char *vendored();\n' > vendored/vendor.h
printf '#include "vendor.h"\n#include <stdlib.h>\nvoid theirs() { system(getenv("V")); }\n' > vendored/vendor.cc
rm -r src build
printf '#pragma once\nvoid run(const char *command);\n' > lib/run.h
cat > lib/run.cc <<'END'
#include "run.h"
#include "vendor.h"
#include <stdlib.h>
static_assert(WANTED && FROM_DEPENDENT && sizeof(TEXT) == 4);
void run(const char *command) {
  system(command);
}
END
cat > lib/BUILD.bazel <<'END'
cc_library(
    name = "run",
    srcs = ["run.cc"],
    hdrs = ["run.h"],
    copts = ["-DWANTED=1", "'-DTEXT=\"a b\"'"],
    defines = ["FROM_DEPENDENT=1"],
    includes = ["."],
    visibility = ["//visibility:public"],
    deps = ["@vendor//:vendor"],
)
END
cat > main.cc <<'END'
#include "run.h"
#include <stdlib.h>
static_assert(FROM_DEPENDENT);
int main() {
  if (const char *n = getenv("N"))
    run(n);
}
END
printf 'int old(int new) { return new; }\n' > old.c
printf 'int main() {}\n' > probe.cc
printf 'int clean() { return 1; }\n' > clean.cc
printf 'int x = nothing;\n' > bad.cc
cat > BUILD.bazel <<'END'
load("//cppwarden:cppwarden.bzl", "cppwarden_report", "cppwarden_test")
exports_files([".cppwarden.yaml"])
cc_test(name = "probe_test", srcs = ["probe.cc"])
genrule(name = "made", outs = ["made.cc"], cmd = "echo 'int made();' > $@")
cc_binary(name = "main", srcs = ["main.cc", "old.c", "made.cc"], deps = ["//lib:run"])
cc_library(name = "clean", srcs = ["clean.cc"])
cc_library(name = "bad", srcs = ["bad.cc"])
cc_library(name = "out", srcs = ["bad.cc"], tags = ["no-cppwarden"], deps = [":clean"])
cppwarden_report(name = "lint", targets = [":main"], formats = ["text", "jsonl"])
cppwarden_test(name = "flawed_test", targets = [":main"])
cppwarden_test(name = "lenient_test", targets = [":main"], arguments = ["--fail-on", "never"])
cppwarden_test(name = "clean_test", targets = [":clean"])
cppwarden_test(name = "bad_test", targets = [":bad"])
cppwarden_test(name = "out_test", targets = [":out"])
END
echo 'fail-on: warning' > .cppwarden.yaml

# shellcheck disable=SC2086
bazel_run test ${CPPWARDEN_BAZEL_FLAGS:-} //:probe_test > "$work/out" 2>&1 || {
  tail -5 "$work/out"
  echo "bazel: Bazel itself builds no C++ here, skipped"
  exit 77
}
# The reports are those of check, byte for byte.
run 0 build //:lint
case $(analysed) in *lib/run.cc*) ;; *) fail "run.cc is not analysed: $(analysed)" ;; esac
case $(analysed) in *vendor*) fail "another workspace is linted" ;; esac
made=$(sed -n "s/.*'Linting \(.*made.cc\)'.*/\1/p" "$work/out")
[ -n "$made" ] || fail "a generated source is not linted"
holds bazel-bin/lint.text 'main.cc:6:.*command-injection'
holds bazel-bin/lint.text 'lib/run.cc:6:'
holds bazel-bin/lint.text 'all 4 units were analysed in full'
cat > database.json <<END
[
{"directory": "$work/project", "file": "main.cc", "command": "c++ -std=c++17 -iquote . -Ilib -DFROM_DEPENDENT=1 -c main.cc"},
{"directory": "$work/project", "file": "old.c", "command": "cc -c old.c"},
{"directory": "$work/project", "file": "bazel-out/k8-fastbuild/bin/made.cc", "command": "c++ -c bazel-out/k8-fastbuild/bin/made.cc"},
{"directory": "$work/project", "file": "lib/run.cc", "command": "c++ -std=c++17 -Ilib -iquote vendored -DWANTED=1 -DTEXT=\\\\\"a\\\\ b\\\\\" -DFROM_DEPENDENT=1 -c lib/run.cc"}
]
END
for format in text jsonl; do
  expect 1 "$program" check -p database.json --root . --no-cache -q --format "$format"
  cmp "$work/out" "bazel-bin/lint.$format" || fail "check reports otherwise in $format"
done

# Verdicts.
run 3 test //:flawed_test
holds "$work/out" 'flawed_test.*FAILED'
holds bazel-testlogs/flawed_test/test.log 'command-injection'
run 3 test //:bad_test
holds bazel-testlogs/bad_test/test.log 'nothing'
run 0 test //:lenient_test //:clean_test //:out_test

# A header is an input of the targets that can see it, and of no other.
run 0 build //:lint //:clean_test
units ''
printf '#pragma once\n#include <stdlib.h>\nvoid run(const char *command);\ninline void more() { system(getenv("M")); }\n' > lib/run.h
run 0 build //:lint //:clean_test
units "$(printf '%s\n' "$made" lib/run.cc main.cc old.c | sort | tr '\n' ' ')"
holds bazel-bin/lint.text 'lib/run.h:4:.*command-injection'

# Settings are inputs.
echo 'ignore: [CWE-78]' > .cppwarden.yaml
run 0 test //:flawed_test
echo 'bazel: ok'
