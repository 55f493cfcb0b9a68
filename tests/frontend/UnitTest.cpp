#include "frontend/Unit.h"

#include "SourceTree.h"
#include "frontend/UnitFileSystem.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/Decl.h"
#include "clang/AST/RecursiveASTVisitor.h"
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

UnitJob jobFor(const SourceTree &Tree, llvm::StringRef File,
               std::vector<std::string> Arguments = {"-std=c++20"}) {
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
    HasBody[F->getQualifiedNameAsString()] |=
        F->doesThisDeclarationHaveABody() && F->getBody();
    return true;
  }
};

UnitResult parse(
    const UnitJob &Job,
    std::function<void(ParsedUnit &)> Consumer = [](ParsedUnit &) {}) {
  return parseUnit(Job, nullptr, Consumer);
}

std::map<std::string, bool> bodiesOf(const UnitJob &Job,
                                     UnitResult *Result = nullptr) {
  Bodies Visitor;
  UnitResult R =
      parse(Job, [&](ParsedUnit &U) { Visitor.TraverseAST(U.Context); });
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

cppwarden::SourceRange rangeOfReference(const UnitJob &Job,
                                        const std::string &Name) {
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
  Tree.write("a.cpp", "#include <stddef.h>\n#include <immintrin.h>\n#include "
                      "<stdatomic.h>\n#include <vector>\n"
                      "#include <string>\n"
                      "__m128i zero() { return _mm_setzero_si128(); }\n"
                      "std::size_t count(const std::vector<std::string> &V) { "
                      "return V.size(); }\n");
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

TEST(Unit, ParsesCAsC) {
  SourceTree Tree;
  Tree.write("a.c", "#include <stdio.h>\n#include <stdarg.h>\n#include "
                    "<stdbool.h>\nint class(int new) { return new; }\n");
  UnitResult R = parse(jobFor(Tree, "a.c", {"-std=c11"}));
  EXPECT_TRUE(R.Parsed);
  EXPECT_THAT(R.Errors, IsEmpty());
}

TEST(Unit, ArgumentsMayNameTheFile) {
  SourceTree Tree;
  Tree.write("a.cpp", "int f();\n");
  EXPECT_THAT(parse(jobFor(Tree, "a.cpp", {"-std=c++20", "a.cpp"})).Errors,
              IsEmpty());
  EXPECT_THAT(
      parse(jobFor(Tree, "a.cpp", {"-std=c++20", "--", Tree.path("a.cpp")}))
          .Errors,
      IsEmpty());
}

TEST(Unit, SkipsBodiesOutsideTheProject) {
  SourceTree Tree;
  Tree.write("sys/lib.h", "inline int inSystem() { return 1; }\n"
                          "constexpr int constant() { return 2; }\n"
                          "inline auto deduced() { return 3; }\n"
                          "template <class T> int inTemplate(T) { return 4; }\n"
                          "struct S { int member() { return 5; } };\n");
  Tree.write("proj/own.h", "inline int inHeader() { return 1; }\n");
  Tree.write("proj/a.cpp", "#include <lib.h>\n#include \"own.h\"\n"
                           "static_assert(constant() == 2);\n"
                           "int use() { return inSystem() + deduced() + "
                           "inTemplate(1) + S().member(); }\n");
  UnitJob Job =
      jobFor(Tree, "proj/a.cpp", {"-std=c++20", "-isystem", Tree.path("sys")});
  Job.ProjectRoot = Tree.path("proj");
  UnitResult R;
  auto Has = bodiesOf(Job, &R);
  EXPECT_THAT(R.Errors, IsEmpty());
  EXPECT_TRUE(Has.at("use"));
  EXPECT_TRUE(Has.at("inHeader"));
  EXPECT_TRUE(Has.at("constant"));
  EXPECT_TRUE(Has.at("deduced"));
  EXPECT_FALSE(Has.at("inSystem"));
  EXPECT_FALSE(Has.at("inTemplate"));
  EXPECT_FALSE(Has.at("S::member"));
  EXPECT_THAT(R.ProjectFiles, ElementsAre("a.cpp", "own.h"));
  EXPECT_THAT(R.SystemFiles, ElementsAre(Tree.path("sys/lib.h")));
}

TEST(Unit, ASystemFolderInsideTheProjectIsNotProject) {
  SourceTree Tree;
  Tree.write("third_party/lib.h", "inline int vendored() { return 1; }\n");
  Tree.write("marked.h",
             "#pragma GCC system_header\ninline int marked() { return 1; }\n");
  Tree.write("a.cpp", "#include <lib.h>\n#include \"marked.h\"\nint use() { "
                      "return vendored() + marked(); }\n");
  UnitResult R;
  auto Has = bodiesOf(jobFor(Tree, "a.cpp", {"-isystem", "third_party"}), &R);
  EXPECT_FALSE(Has.at("vendored"));
  EXPECT_FALSE(Has.at("marked"));
  EXPECT_THAT(R.ProjectFiles, Not(Contains("third_party/lib.h")));
}

TEST(Unit, SkipsBodiesThatAnotherUnitOwns) {
  SourceTree Tree;
  Tree.write("inc/owned.h", "inline int owned() { return 1; }\ntemplate <class "
                            "T> T same(T V) { return V; }\n");
  Tree.write("inc/other.h", "inline int other() { return 2; }\n");
  Tree.write("src/a.cpp",
             "#include \"../inc/owned.h\"\n#include \"../inc/other.h\"\n"
             "int use() { return owned() + other() + same(3); }\n");
  UnitJob Job = jobFor(Tree, "src/a.cpp");
  auto Before = bodiesOf(Job);
  EXPECT_TRUE(Before.at("owned"));
  EXPECT_TRUE(Before.at("same"));
  Job.SkippedHeaderBodies = {"inc/owned.h", "src/a.cpp"};
  UnitResult R;
  auto After = bodiesOf(Job, &R);
  EXPECT_THAT(R.Errors, IsEmpty());
  EXPECT_FALSE(After.at("owned"));
  EXPECT_FALSE(After.at("same"));
  EXPECT_TRUE(After.at("other"));
  EXPECT_TRUE(After.at("use")) << "the unit's own file is never skipped";
  EXPECT_THAT(R.ProjectFiles,
              ElementsAre("inc/other.h", "inc/owned.h", "src/a.cpp"));
}

TEST(Unit, ToleratesErrorsAndHandsOverTheRest) {
  SourceTree Tree;
  Tree.write(
      "a.cpp",
      "#include \"no_such_header.h\"\n#include <string>\n"
      "UnknownType broken() { return 1; }\n"
      "template <class T> T twice(T V) { return V + V; }\n"
      "int good() { return twice(21) + (int)std::string(\"x\").size(); }\n"
      "int bad() { return undeclared; }\n");
  UnitResult R;
  auto Has = bodiesOf(jobFor(Tree, "a.cpp"), &R);
  EXPECT_TRUE(R.Parsed);
  EXPECT_TRUE(Has.at("good"));
  EXPECT_TRUE(Has.at("twice"));
  ASSERT_EQ(R.Errors.size(), 3u);
  EXPECT_THAT(R.Errors[0].Message, HasSubstr("no_such_header.h"));
  EXPECT_TRUE(R.Errors[0].Fatal);
  EXPECT_EQ(R.Errors[0].Range.File, "a.cpp");
  EXPECT_EQ(R.Errors[0].Range.Line, 1u);
  EXPECT_EQ(R.Errors[1].Range.Line, 3u);
  EXPECT_FALSE(R.Errors[1].Fatal);
  EXPECT_EQ(R.Errors[2].Range.Line, 6u);
  EXPECT_EQ(R.Errors[2].Range.Column, 20u);
}

TEST(Unit, KeepsTheFirstErrorsAndCountsTheRest) {
  SourceTree Tree;
  std::string Text;
  for (int I = 0; I < 50; ++I)
    Text += "Unknown" + std::to_string(I) + " v" + std::to_string(I) + ";\n";
  Tree.write("a.cpp", Text);
  UnitResult R = parse(jobFor(Tree, "a.cpp"));
  ASSERT_EQ(R.Errors.size(), 21u);
  EXPECT_EQ(R.Errors.back().Message, "and 30 more errors");
}

TEST(Unit, WarningsAndWerrorAreNoErrors) {
  SourceTree Tree;
  Tree.write("a.cpp",
             "#warning old\nint f(int X) { int Y; if (X = 1) return Y; }\n");
  testing::internal::CaptureStderr();
  UnitResult R = parse(jobFor(Tree, "a.cpp", {"-Wall", "-Werror"}));
  EXPECT_EQ(testing::internal::GetCapturedStderr(), "");
  EXPECT_TRUE(R.Parsed);
  EXPECT_THAT(R.Errors, IsEmpty());
}

TEST(Unit, MissingFileOrFolderIsOneError) {
  SourceTree Tree;
  UnitResult R = parse(jobFor(Tree, "gone.cpp"));
  EXPECT_FALSE(R.Parsed);
  ASSERT_EQ(R.Errors.size(), 1u);
  EXPECT_TRUE(R.Errors[0].Fatal);
  EXPECT_EQ(R.Errors[0].Range.File, "gone.cpp");

  Tree.write("a.cpp", "int f();\n");
  UnitJob Job = jobFor(Tree, "a.cpp");
  Job.Directory = Tree.path("no-such-folder");
  R = parse(Job);
  EXPECT_FALSE(R.Parsed);
  ASSERT_EQ(R.Errors.size(), 1u);
  EXPECT_THAT(R.Errors[0].Message, HasSubstr("no-such-folder"));
}

TEST(Unit, UnknownFlagIsReportedAndTheUnitParsed) {
  SourceTree Tree;
  Tree.write("a.cpp", "int f() { return 1; }\n");
  UnitResult R = parse(jobFor(Tree, "a.cpp", {"-fno-such-thing-at-all"}));
  EXPECT_TRUE(R.Parsed);
  ASSERT_EQ(R.Errors.size(), 1u);
  EXPECT_THAT(R.Errors[0].Message, HasSubstr("-fno-such-thing-at-all"));
}

TEST(Unit, DeepNestingDoesNotOverflow) {
  SourceTree Tree;
  std::string Text = "int f(int A) { return ";
  for (int I = 0; I < 20000; ++I)
    Text += "A + ";
  Text += "0; }\n";
  Text += "int g() { return " + std::string(250, '(') + "1" +
          std::string(250, ')') + "; }\n";
  Tree.write("a.cpp", Text);
  UnitResult R = parse(jobFor(Tree, "a.cpp"));
  EXPECT_TRUE(R.Parsed);
  EXPECT_THAT(R.Errors, IsEmpty());
}

TEST(Unit, CollectsSuppressionComments) {
  SourceTree Tree;
  Tree.write("sys/s.h", "// NOLINT in a system header\n");
  Tree.write("own.h",
             "int g(); /* cppwarden-ignore[x]:\n   reason */ int h();\n");
  Tree.write("a.cpp", "#include <s.h>\n#include \"own.h\"\n#include "
                      "\"own.h\"\n// plain comment\n"
                      "  // cppwarden-ignore[weak-hash]: checksum\n"
                      "int f(); // NOLINT(cppwarden-weak-hash)\n"
                      "#define M(x) x // NOLINT in a macro\n"
                      "const char *S = \"// NOLINT no comment\";\n");
  UnitResult R = parse(jobFor(Tree, "a.cpp", {"-isystem", "sys"}));
  ASSERT_EQ(R.Comments.size(), 4u);
  EXPECT_EQ(R.Comments[0],
            (analysis::CommentFact{"a.cpp", 5, 3, 5,
                                   "// cppwarden-ignore[weak-hash]: checksum",
                                   true}));
  EXPECT_EQ(R.Comments[1],
            (analysis::CommentFact{"a.cpp", 6, 10, 6,
                                   "// NOLINT(cppwarden-weak-hash)", false}));
  EXPECT_EQ(R.Comments[2].Line, 7u);
  EXPECT_EQ(
      R.Comments[3],
      (analysis::CommentFact{"own.h", 1, 10, 2,
                             "/* cppwarden-ignore[x]:\n   reason */", false}));
}

TEST(Unit, RangeOfPlainTokensIsInBytesAndExclusive) {
  SourceTree Tree;
  Tree.write("a.cpp", "int value;\nint f() { /* \xC3\xA9 */ return value; }\n");
  EXPECT_EQ(rangeOfReference(jobFor(Tree, "a.cpp"), "value"),
            (cppwarden::SourceRange{"a.cpp", 2, 27, 2, 32}));
}

TEST(Unit, RangeOfAMacroArgumentIsWhereItIsWritten) {
  SourceTree Tree;
  Tree.write("a.cpp",
             "void log(int);\n#define LOG(x) do { log(x); } while (0)\n#define "
             "LOG2(x) LOG(x)\n"
             "int value;\nvoid f() {\n  LOG(value);\n  LOG2( value );\n}\n");
  EXPECT_EQ(rangeOfReference(jobFor(Tree, "a.cpp"), "value"),
            (cppwarden::SourceRange{"a.cpp", 6, 7, 6, 12}));
  Tree.write("b.cpp", "void log(int);\n#define LOG(x) do { log(x); } while "
                      "(0)\n#define LOG2(x) LOG(x)\n"
                      "int value;\nvoid f() {\n  LOG2( value );\n}\n");
  EXPECT_EQ(rangeOfReference(jobFor(Tree, "b.cpp"), "value"),
            (cppwarden::SourceRange{"b.cpp", 6, 9, 6, 14}));
}

TEST(Unit, RangeOfAMacroBodyIsWhereItIsUsed) {
  SourceTree Tree;
  Tree.write("sys/m.h",
             "#define SYSTEM_USE use(value)\n#define PASTE(a) va##a\n");
  Tree.write("a.cpp", "#include <m.h>\nvoid use(int);\nint value;\n#define "
                      "USE(x) use(value + x)\nvoid f() {\n"
                      "  USE(1);\n}\n");
  UnitJob Job = jobFor(Tree, "a.cpp", {"-isystem", "sys"});
  EXPECT_EQ(rangeOfReference(Job, "value"),
            (cppwarden::SourceRange{"a.cpp", 6, 3, 6, 9}));
  Tree.write("b.cpp", "#include <m.h>\nvoid use(int);\nint value;\nvoid f() "
                      "{\n  SYSTEM_USE;\n}\n");
  Job.File = Tree.path("b.cpp");
  EXPECT_EQ(rangeOfReference(Job, "value"),
            (cppwarden::SourceRange{"b.cpp", 5, 3, 5, 13}));
  Tree.write(
      "c.cpp",
      "#include <m.h>\nint value;\nint f() {\n  return PASTE(lue);\n}\n");
  Job.File = Tree.path("c.cpp");
  EXPECT_EQ(rangeOfReference(Job, "value"),
            (cppwarden::SourceRange{"c.cpp", 4, 10, 4, 20}));
}

TEST(Unit, RangeFromArgumentIntoBodyCoversTheUse) {
  SourceTree Tree;
  Tree.write("a.cpp", "int value;\n#define PLUS(x) x + 1\nint f() {\n  return "
                      "PLUS(value);\n}\n");
  struct Sums : clang::RecursiveASTVisitor<Sums> {
    clang::BinaryOperator *Found = nullptr;
    bool VisitBinaryOperator(clang::BinaryOperator *B) {
      Found = B;
      return true;
    }
  } Visitor;
  cppwarden::SourceRange Range;
  parse(jobFor(Tree, "a.cpp"), [&](ParsedUnit &U) {
    Visitor.TraverseAST(U.Context);
    Range = U.range(Visitor.Found->getBeginLoc(), Visitor.Found->getEndLoc());
  });
  EXPECT_EQ(Range.File, "a.cpp");
  EXPECT_EQ(Range.Line, 4u);
  EXPECT_EQ(Range.EndLine, 4u);
  EXPECT_EQ(Range.EndColumn, 21u);
}

TEST(Unit, RangeEndsInsideASplitToken) {
  SourceTree Tree;
  Tree.write(
      "a.cpp",
      "template <class T> struct Box {};\nusing Nested = Box<Box<int>>;\n");
  struct Aliases : clang::RecursiveASTVisitor<Aliases> {
    std::vector<std::pair<clang::SourceLocation, clang::SourceLocation>> Found;
    bool
    VisitTemplateSpecializationTypeLoc(clang::TemplateSpecializationTypeLoc T) {
      Found.push_back({T.getBeginLoc(), T.getEndLoc()});
      return true;
    }
  } Visitor;
  std::vector<cppwarden::SourceRange> Ranges;
  parse(jobFor(Tree, "a.cpp"), [&](ParsedUnit &U) {
    Visitor.TraverseAST(U.Context);
    for (auto [Begin, End] : Visitor.Found)
      Ranges.push_back(U.range(Begin, End));
  });
  ASSERT_EQ(Ranges.size(), 2u);
  EXPECT_EQ(Ranges[0], (cppwarden::SourceRange{"a.cpp", 2, 16, 2, 29}));
  EXPECT_EQ(Ranges[1], (cppwarden::SourceRange{"a.cpp", 2, 20, 2, 28}));
}

TEST(Unit, InvalidLocationsAreEmptyAnswers) {
  SourceTree Tree;
  Tree.write("a.cpp", "int f();\n");
  parse(jobFor(Tree, "a.cpp"), [&](ParsedUnit &U) {
    EXPECT_FALSE(U.isInProject(clang::SourceLocation()));
    EXPECT_EQ(U.relativePath(clang::SourceLocation()), "");
    EXPECT_EQ(U.range(clang::SourceLocation(), clang::SourceLocation()),
              cppwarden::SourceRange());
  });
}

TEST(Unit, AFileThatChangesIsReadAgain) {
  SourceTree Tree;
  Tree.write("own.h", "inline int first() { return 1; }\n");
  Tree.write("a.cpp", "#include \"own.h\"\n");
  EXPECT_TRUE(bodiesOf(jobFor(Tree, "a.cpp")).count("first"));
  Tree.write(
      "own.h",
      "inline int other() { return 1; }\n"); // same size, perhaps the same time
  auto Has = bodiesOf(jobFor(Tree, "a.cpp"));
  EXPECT_TRUE(Has.count("other"));
  EXPECT_FALSE(Has.count("first"));
}

TEST(Unit, AProjectBehindASymbolicLinkIsOneProject) {
  SourceTree Tree;
  Tree.write("real/own.h", "inline int own() { return 1; }\n");
  Tree.write("real/a.cpp", "#include \"own.h\"\n");
  ASSERT_FALSE(
      llvm::sys::fs::create_link(Tree.path("real"), Tree.path("link")));
  UnitJob Job = jobFor(Tree, "real/a.cpp");
  Job.Directory = Tree.path("link");
  Job.ProjectRoot = Tree.path("link");
  UnitResult R;
  auto Has = bodiesOf(Job, &R);
  EXPECT_TRUE(Has.at("own"));
  EXPECT_THAT(R.ProjectFiles, ElementsAre("a.cpp", "own.h"));
}

TEST(Unit, AHeaderParsesAlone) {
  SourceTree Tree;
  Tree.write("own.h", "#pragma once\n#include <string>\nnamespace n { inline "
                      "std::string own() { return {}; } }\n");
  auto Has =
      bodiesOf(jobFor(Tree, "own.h", {"-x", "c++-header", "-std=c++20"}));
  EXPECT_TRUE(Has.at("n::own"));
}

TEST(Unit, BeforeParseSeesThePreprocessor) {
  SourceTree Tree;
  Tree.write("a.cpp", "#define SEEN 1\n");
  struct Macros : clang::PPCallbacks {
    explicit Macros(std::vector<std::string> &Names) : Names(Names) {}
    std::vector<std::string> &Names;
    void MacroDefined(const clang::Token &Name,
                      const clang::MacroDirective *) override {
      Names.push_back(Name.getIdentifierInfo()->getName().str());
    }
  };
  std::vector<std::string> Names;
  parseUnit(
      jobFor(Tree, "a.cpp"),
      [&](clang::CompilerInstance &C) {
        C.getPreprocessor().addPPCallbacks(std::make_unique<Macros>(Names));
      },
      [](ParsedUnit &) {});
  EXPECT_THAT(Names, Contains("SEEN"));
}

} // namespace
