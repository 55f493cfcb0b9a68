//===- SampleObject.h - A TU object with something of everything -*- C++
//-*-===//
#ifndef CPPWARDEN_TESTS_ANALYSIS_SAMPLEOBJECT_H
#define CPPWARDEN_TESTS_ANALYSIS_SAMPLEOBJECT_H

#include "FlowBuilder.h"
#include <limits>

namespace cppwarden::analysis::test {

inline TuObject fullObject() {
  UnitBuilder Unit("src/db.cpp");
  auto Run = Unit.function("c:@F@run", 1, FF_External | FF_Virtual,
                           {"c:@S@Base@F@run"});
  NodeId Part = Run.value();
  Unit.read(Run.param(0), Part, {"name", "[]", "[key]"});
  NodeId Text = Run.value();
  Unit.edge(Part, Text, EdgeKind::Embed, {}, {"escape.sql", "allowlist"});
  Run.sinkOf(Text, "sql");
  auto Main = Unit.function("c:@F@main", 0, FF_Main);
  Main.call("c:@F@run", {Main.text("SELECT \x01\xff"), Main.integer(-7)},
            CF_Virtual);
  Unit.copy(Unit.global("c:@g"), Main.callValue(Main.functionRef("c:@F@run"),
                                                {Main.source("untrusted")})
                                     .argument(1));
  Unit.store(Main.integer(std::numeric_limits<std::int64_t>::min()),
             Unit.field("C::f"), {"x"});
  Main.use("crypto.weak-hash");

  TuObject Object = std::move(Unit.Object);
  Object.ProjectFiles = {"src/db.cpp", "src/db.h"};
  Object.SystemFiles = {"/usr/include/stdio.h"};
  Object.Errors = {{{"src/db.cpp", 3, 1, 3, 9}, "no such header", true},
                   {{"src/db.h", 4000000000u, 2, 0, 0}, "", false}};
  Finding Found;
  Found.RuleId = "weak-hash";
  Found.Level = Severity::Error;
  Found.Range = {"src/db.cpp", 7, 3, 7, 12};
  Found.Message = "MD5";
  Found.Hint = "use SHA-256";
  Found.EnclosingFunction = "run";
  Found.Flow = {{FlowStepKind::Origin, {"src/db.h", 1, 2, 3, 4}, "from here"},
                {FlowStepKind::Sink, {"src/db.cpp", 7, 3, 7, 12}, ""}};
  Found.Secrets = {"hunter2", std::string("a\0b", 3)};
  Found.Fixes = {{"Use SHA256()",
                  "Hash anew.",
                  FixSafety::Unsafe,
                  {{{"src/db.cpp", 7, 3, 7, 6}, "MD5", "SHA256"},
                   {{"src/db.h", 1, 1, 1, 1}, "", "#include <sha.h>\r\n"}}},
                 {"Use it", "", FixSafety::Safe, {{{}, "a", "b"}}}};
  Object.Findings = {Found};
  Object.Comments = {
      {"src/db.cpp", 6, 20, 6, "// cppwarden-ignore[weak-hash]", false}};
  Object.FixOffers = {{{"src/db.cpp", 7, 3, 7, 12},
                       "crypto.weak-hash",
                       {{"src/db.cpp", 7, 3, 7, 6}, "MD5", "SHA256"},
                       true,
                       0,
                       "Hash anew."},
                      {{"src/db.cpp", 9, 1, 9, 5},
                       "crypto.bits.rsa",
                       {{"src/db.cpp", 9, 1, 9, 5}, "1024", "3072"},
                       false,
                       std::numeric_limits<std::uint64_t>::max(),
                       ""}};
  Object.Facts = {{"route", "/login", "POST", {"src/db.cpp", 1, 1, 1, 2}}};
  return Object;
}

} // namespace cppwarden::analysis::test

#endif
