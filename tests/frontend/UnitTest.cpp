#include "frontend/Unit.h"

#include "SourceTree.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/Decl.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "frontend/UnitFileSystem.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include <functional>
#include <map>

using namespace cppwarden;
using namespace cppwarden::frontend;
using cppwarden::test::SourceTree;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

namespace {

UnitJob jobFor(const SourceTree &Tree, llvm::StringRef File, std::vector<std::string> Arguments = {"-std=c++20"}) {
  UnitJob Job;
  Job.Directory = Tree.path("");
  Job.File = Tree.path(File);
  Job.ProjectRoot = Tree.path("");
  Job.Arguments = std::move(Arguments);
  return Job;
}

/// Which functions of a unit have a body, by name.
struct Bodies : clang::RecursiveASTVisitor<Bodies> {
  std::map<std::string, bool> HasBody;
  bool shouldVisitTemplateInstantiations() const { return true; }
  bool VisitFunctionDecl(clang::FunctionDecl *F) {
    HasBody[F->getQualifiedNameAsString()] |= F->doesThisDeclarationHaveABody() && F->getBody();
    return true;
  }
};

UnitResult parse(const UnitJob &Job, std::function<void(ParsedUnit &)> Consumer = [](ParsedUnit &) {}) {
  return parseUnit(Job, nullptr, Consumer);
}

std::map<std::string, bool> bodiesOf(const UnitJob &Job, UnitResult *Result = nullptr) {
  Bodies Visitor;
  UnitResult R = parse(Job, [&](ParsedUnit &U) { Visitor.TraverseAST(U.Context); });
  if (Result)
    *Result = std::move(R);
  return Visitor.HasBody;
}

/// The reference to a declaration of this name that comes first.
struct FirstReference : clang::RecursiveASTVisitor<FirstReference> {
  explicit FirstReference(std::string Name) : Name(std::move(Name)) {}
  std::string Name;
  clang::DeclRefExpr *Found = nullptr;
  bool VisitDeclRefExpr(clang::DeclRefExpr *E) {
    if (!Found && E->getDecl()->getNameAsString() == Name)
      Found = E;
    return true;
  }
};

cppwarden::SourceRange rangeOfReference(const UnitJob &Job, const std::string &Name) {
  cppwarden::SourceRange Range;
  parse(Job, [&](ParsedUnit &U) {
    FirstReference Visitor(Name);
    Visitor.TraverseAST(U.Context);
    ASSERT_TRUE(Visitor.Found);
    Range = U.range(Visitor.Found->getBeginLoc(), Visitor.Found->getEndLoc());
  });
  return Range;
}

TEST(Unit, ParsesWithTheEmbeddedBuiltinHeaders) {
  SourceTree Tree;
  Tree.write("a.cpp", "#include <stddef.h>\n#include <immintrin.h>\n#include <stdatomic.h>\n#include <vector>\n"
                      "#include <string>\n"
                      "__m128i zero() { return _mm_setzero_si128(); }\n"
                      "std::size_t count(const std::vector<std::string> &V) { return V.size(); }\n");
  std::string StddefPath;
  UnitResult R = parse(jobFor(Tree, "a.cpp"), [&](ParsedUnit &U) {
    auto &SM = U.Context.getSourceManager();
    for (auto It = SM.fileinfo_begin(); It != SM.fileinfo_end(); ++It)
      if (It->first.getName().ends_with("/stddef.h"))
        StddefPath = It->first.getName().str();
  });
  EXPECT_TRUE(R.Parsed);
  EXPECT_THAT(R.Errors, IsEmpty()) << R.Errors[0].Message;
  EXPECT_EQ(StddefPath, (VirtualResourceFolder + "/include/stddef.h").str());
  EXPECT_FALSE(llvm::sys::fs::exists(VirtualResourceFolder));
  EXPECT_THAT(R.ProjectFiles, ElementsAre("a.cpp"));
  EXPECT_THAT(R.SystemFiles, Not(Contains(HasSubstr("cppwarden-builtin"))));
  EXPECT_THAT(R.SystemFiles, Contains(HasSubstr("bits/stl_vector.h")));
}

} // namespace
