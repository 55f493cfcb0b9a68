#!/bin/sh
# Writes the files of a new rule: the rule and its fixture. Both are red at
# first: the documentation is missing and the fixture expects a finding that
# nothing reports. docs/adding-a-rule.md tells how to make them green.
#
#   scripts/new-rule.sh GROUP/RULE-ID [--structural]
set -eu

usage() {
  echo "usage: scripts/new-rule.sh GROUP/RULE-ID [--structural]" >&2
  echo "       e.g. scripts/new-rule.sh crypto/ecb-mode" >&2
  exit 2
}
fail() {
  echo "new-rule: $1" >&2
  exit 2
}

[ $# -ge 1 ] && [ $# -le 2 ] || usage
form=flow
if [ $# -eq 2 ]; then
  [ "$2" = --structural ] || usage
  form=structural
fi
case $1 in
  */*/* | /* | */ | *[!a-z0-9/-]*) fail "'$1' is not GROUP/RULE-ID in lower case with dashes" ;;
  */*) ;;
  *) usage ;;
esac
group=${1%%/*}
id=${1#*/}

root=$(cd "$(dirname "$0")/.." && pwd)
cd "$root"

# memory-leak -> MemoryLeak
class=$(printf '%s' "$id" | awk -F- '{ for (i = 1; i <= NF; i++) printf "%s%s", toupper(substr($i, 1, 1)), substr($i, 2) }')
fixture=tests/fixtures/$group/$id.cpp
if [ "$form" = flow ]; then
  rule=rules/flows/$id.yaml
else
  rule=src/rules/$group/$class.cpp
fi
for file in "$rule" "$fixture"; do
  [ ! -e "$file" ] || fail "$file exists already"
done
if [ -e "rules/flows/$id.yaml" ] || grep -rqs "D.Id = \"$id\"" src/rules; then
  fail "there is a rule '$id' already"
fi
mkdir -p "$(dirname "$rule")" "$(dirname "$fixture")"

if [ "$form" = flow ]; then
  cat > "$rule" <<END
id: $id
group: $group
title: FIXME one line without a full stop
severity: warning
security-severity: 5.0
precision: high
pack: audit
cwe: [710]
origins:
  sources: [untrusted]
sinks: [sql]
message: "text from {origin} reaches {sink.label}"
documentation:
  summary: |
    FIXME what it finds, and on what it is silent.
  rationale: |
    FIXME why it is bad.
  remedy: |
    FIXME what to do instead. The first sentence becomes the hint.
  bad: |
    int fixme_bad();
  good: |
    int fixme_good();
  references:
    - https://cwe.mitre.org/data/definitions/710.html
END
else
  cat > "$rule" <<END
//===- $class.cpp - FIXME one line ---===//
#include "rules/StructuralRule.h"

using namespace clang::ast_matchers;

namespace cppwarden::rules {

namespace {

RuleDescriptor describe() {
  RuleDescriptor D;
  D.Id = "$id";
  D.Group = "$group";
  D.Title = "FIXME one line without a full stop";
  D.Cwes = {710};
  D.Level = Severity::Warning;
  D.InPack = Pack::Audit;
  D.HowPrecise = Precision::High;
  D.SecuritySeverity = 5.0;
  D.Summary = "FIXME what it finds, and on what it is silent.";
  D.Rationale = "FIXME why it is bad.";
  D.Remedy = "FIXME what to do instead.";
  D.References = {"https://cwe.mitre.org/data/definitions/710.html"};
  D.Bad = {"int fixme_bad();\n", "bad.cpp"};
  D.Good = {"int fixme_good();\n", "good.cpp"};
  return D;
}

class $class final : public StructuralRule {
public:
  const RuleDescriptor &descriptor() const override {
    static const RuleDescriptor Descriptor = describe();
    return Descriptor;
  }

  void registerMatchers(RuleMatchers &Matchers, FindingSink &Sink) override {
    Matchers.on(callExpr(callee(functionDecl(hasName("::fixme")))).bind("call"),
                [&Sink](const RuleMatchers::Result &Match) {
                  const auto *Call =
                      Match.Nodes.getNodeAs<clang::CallExpr>("call");
                  Sink.report(Call->getSourceRange(), "FIXME the message").Hint =
                      "FIXME what to do instead";
                });
  }
};

} // namespace

std::unique_ptr<StructuralRule> make$class() {
  return std::make_unique<$class>();
}

} // namespace cppwarden::rules
END
fi

cat > "$fixture" <<END
// FIXME what this fixture shows: at least eight hits and eight near-misses.

// --- hits ---------------------------------------------------------------------
int hit(); // expect: $id

// --- near-misses ----------------------------------------------------------------
int nearMiss(); // ok: FIXME why it is none
END

echo "wrote $rule"
echo "wrote $fixture"
echo "now: build cppwarden_rules_tests and run it with --gtest_filter='*$(printf '%s' "$id" | tr - _)*'"
