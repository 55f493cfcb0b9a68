#include "frontend/HeaderOwners.h"

#include "SourceTree.h"
#include "frontend/Unit.h"
#include "clang/AST/Decl.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include <map>

using namespace cppwarden::frontend;
using cppwarden::test::SourceTree;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

TEST(HeaderOwners, ChooseByLanguageThenNameThenOrder) {
  std::vector<UnitIncludes> Units = {
      {"app/main.cpp",
       {"app/main.cpp", "net/socket.h", "util.h", "shared.c.h"}},
      {"net/socket.cpp", {"net/socket.cpp", "net/socket.h", "util.h"}},
      {"a.c", {"a.c", "shared.c.h"}}};
  auto Skipped = skippedHeaderBodies(Units);
  EXPECT_THAT(Skipped[0], ElementsAre("net/socket.h"));
  EXPECT_THAT(Skipped[1], ElementsAre("util.h"));
  EXPECT_THAT(Skipped[2], ElementsAre("shared.c.h"));
}

TEST(HeaderOwners, OrderOfTheUnitsDoesNotMatter) {
  std::vector<UnitIncludes> Units = {{"b.cpp", {"b.cpp", "x.h"}},
                                     {"a.cpp", {"a.cpp", "x.h"}}};
  auto Skipped = skippedHeaderBodies(Units);
  EXPECT_THAT(Skipped[0], ElementsAre("x.h"));
  EXPECT_THAT(Skipped[1], IsEmpty());
  std::swap(Units[0], Units[1]);
  EXPECT_THAT(skippedHeaderBodies(Units)[0], IsEmpty());
}

TEST(HeaderOwners, AnIncludedUnitKeepsItsBodies) {
  EXPECT_THAT(skippedHeaderBodies(
                  {{{"all.cpp", {"all.cpp", "a.cpp"}}, {"a.cpp", {"a.cpp"}}}}),
              ElementsAre(IsEmpty(), IsEmpty()));
}

TEST(HeaderOwners, EachBodyIsParsedOnceOverAllUnits) {
  SourceTree Tree;
  Tree.write("x.h", "#pragma once\ninline int x() { return 1; }\n");
  Tree.write(
      "y.h",
      "#pragma once\n#include \"x.h\"\ninline int y() { return x(); }\n");
  Tree.write("a.cpp", "#include \"y.h\"\nint a() { return y(); }\n");
  Tree.write("y.cpp", "#include \"y.h\"\nint b() { return x() + y(); }\n");
  std::vector<UnitJob> Jobs;
  for (const char *File : {"a.cpp", "y.cpp"})
    Jobs.push_back(
        {Tree.path(""), Tree.path(File), {"-std=c++20"}, Tree.path(""), {}});

  struct Bodies : clang::RecursiveASTVisitor<Bodies> {
    std::map<std::string, int> Count;
    bool VisitFunctionDecl(clang::FunctionDecl *F) {
      Count[F->getNameAsString()] +=
          F->doesThisDeclarationHaveABody() && F->getBody();
      return true;
    }
  };
  auto parseAll = [&](std::vector<UnitIncludes> *Includes) {
    Bodies Visitor;
    for (const UnitJob &Job : Jobs) {
      UnitResult R = parseUnit(
          Job, nullptr, [&](ParsedUnit &U) { Visitor.TraverseAST(U.Context); });
      EXPECT_THAT(R.Errors, IsEmpty());
      if (Includes)
        Includes->push_back(
            {llvm::sys::path::filename(Job.File).str(), R.ProjectFiles});
    }
    return Visitor.Count;
  };
  std::vector<UnitIncludes> Includes;
  EXPECT_EQ(parseAll(&Includes), (std::map<std::string, int>{
                                     {"a", 1}, {"b", 1}, {"x", 2}, {"y", 2}}));
  auto Skipped = skippedHeaderBodies(Includes);
  for (std::size_t I = 0; I < Jobs.size(); ++I)
    Jobs[I].SkippedHeaderBodies = Skipped[I];
  EXPECT_EQ(parseAll(nullptr), (std::map<std::string, int>{
                                   {"a", 1}, {"b", 1}, {"x", 1}, {"y", 1}}));
}

} // namespace
