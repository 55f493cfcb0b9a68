// What the text hooks see, through the one rule that reads texts, and the lexer
// pass itself.
#include "rules/WrittenText.h"
#include "TestUnit.h"
#include "frontend/Unit.h"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace cppwarden::tests {
namespace {

using rules::WrittenText;
using testing::ElementsAre;

/// "L:text" or "C:text" of each text of a unit, with a range for `mark`.
struct Seen {
  std::vector<std::string> Texts;
  std::vector<SourceRange> Marks; ///< of "@@" inside a text
  std::vector<std::string> Spellings;
};

Seen see(const std::string &Code, const std::string &Header = "") {
  TemporaryFolder Folder;
  frontend::UnitJob Job;
  Job.Directory = Job.ProjectRoot = Folder.path().string();
  Job.File = Folder.write("a.cpp", Code);
  Folder.write("h.h", Header);
  Job.Arguments = {"-std=c++20", "-w"};
  Seen Result;
  frontend::parseUnit(
      Job, [](clang::CompilerInstance &) {},
      [&](frontend::ParsedUnit &Unit) {
        rules::forEachWrittenText(Unit, [&](const WrittenText &Text) {
          Result.Texts.push_back(
              (Text.Is == WrittenText::Kind::Literal ? "L:" : "C:") +
              Text.Text.str());
          std::size_t At = Text.Text.find("@@");
          if (At == llvm::StringRef::npos)
            return;
          Result.Marks.push_back(Text.range(At, At + 2));
          Result.Spellings = Text.spellings(At, At + 2);
        });
      });
  return Result;
}

TEST(WrittenText, DecodesEveryFormOfLiteral) {
  EXPECT_THAT(see("const char *a = \"a\\tb\\x41\\102\\u00e9\";\n").Texts,
              ElementsAre("L:a\tbAB\xC3\xA9"));
  EXPECT_THAT(see("const wchar_t *a = L\"w\\u00e9\";\n").Texts,
              ElementsAre("L:w\xC3\xA9"));
  EXPECT_THAT(see("auto *a = u\"x\" U\"\";\n").Texts, ElementsAre("L:x"));
  EXPECT_THAT(see("auto *a = u8\"y\";\n").Texts, ElementsAre("L:y"));
  EXPECT_THAT(see("auto *a = R\"d(raw \\n \"q\")d\";\n").Texts,
              ElementsAre("L:raw \\n \"q\""));
  EXPECT_THAT(see("auto *a = \"\";\n").Texts, ElementsAre("L:"));
}

TEST(WrittenText, JoinsAdjacentTokens) {
  EXPECT_THAT(see("auto *a = \"one \" \"two \"\n  R\"(three)\";\n").Texts,
              ElementsAre("L:one two three"));
  EXPECT_THAT(see("auto *a = \"one\" /* c */ \"two\";\n").Texts,
              ElementsAre("C:/* c */", "L:onetwo"));
  EXPECT_THAT(
      see("void f(const char*, const char*);\nvoid g() { f(\"a\", \"b\"); }\n")
          .Texts,
      ElementsAre("L:a", "L:b"));
}

TEST(WrittenText, ReadsMacrosSkippedCodeCommentsAndHeaders) {
  EXPECT_THAT(see("#define K \"in macro\"\n#if 0\nauto *a = "
                  "\"skipped\";\n#endif\n// note\n")
                  .Texts,
              ElementsAre("L:in macro", "L:skipped", "C:// note"));
  EXPECT_THAT(see("#include \"h.h\"\nint x;\n", "// header\n").Texts,
              testing::UnorderedElementsAre("L:h.h", "C:// header"));
}

TEST(WrittenText, RangesPointIntoTheRightToken) {
  Seen S = see("int x;\nauto *a = \"abc@@d\";\n");
  ASSERT_EQ(S.Marks.size(), 1u);
  EXPECT_EQ(S.Marks[0], (SourceRange{"a.cpp", 2, 15, 2, 17}));

  S = see("auto *a = \"abc\"\n  \"x@@\";\n");
  EXPECT_EQ(S.Marks.at(0), (SourceRange{"a.cpp", 2, 5, 2, 7}));

  // Across two tokens of one line, quotes and blank included.
  S = see("auto *a = \"abc@\" \"@\";\n");
  EXPECT_EQ(S.Marks.at(0), (SourceRange{"a.cpp", 1, 15, 1, 20}));
  EXPECT_THAT(S.Spellings, ElementsAre("@", "@"));

  // Across lines: cut at the end of the first.
  S = see("auto *a = \"abc@\"\n  \"@\";\n");
  EXPECT_EQ(S.Marks.at(0), (SourceRange{"a.cpp", 1, 15, 1, 17}));

  // With escapes: the whole token.
  S = see("auto *a = \"\\t@@\";\n");
  EXPECT_EQ(S.Marks.at(0), (SourceRange{"a.cpp", 1, 11, 1, 17}));
  EXPECT_THAT(S.Spellings, ElementsAre("\"\\t@@\""));

  S = see("auto *a = R\"(\nline @@)\";\n");
  EXPECT_EQ(S.Marks.at(0), (SourceRange{"a.cpp", 2, 6, 2, 8}));
}

TEST(WrittenText, BrokenLiteralsAreLeftOut) {
  EXPECT_THAT(see("auto *a = \"\\xfffffffff\"; auto *b = \"ok\";\n").Texts,
              ElementsAre("L:ok"));
}

TEST(KnownSecretFormat, IsANoteInTestsAndHidesTheSecret) {
  TemporaryFolder Folder;
  std::string Code = "const char *k = \"glpat-\" \"Z7Uw9xfogoEmvnEN5N1a\";\n";
  auto Rules = loadRules({"known-secret-format"});
  ASSERT_TRUE(Rules);
  std::string Root = Folder.path().string();
  std::string InSource = Folder.write("src/a.cpp", Code),
              InTest = Folder.write("tests/a.cpp", Code);
  LintResult Result = lint(*Rules, Root, {InSource, InTest});
  ASSERT_EQ(Result.Findings.size(), 2u);
  EXPECT_EQ(Result.Findings[0].Level, Severity::Error);
  EXPECT_EQ(Result.Findings[1].Level, Severity::Note);
  EXPECT_THAT(Result.Findings[0].Secrets,
              testing::Contains("glpat-Z7Uw9xfogoEmvnEN5N1a"));
  EXPECT_THAT(Result.Findings[0].Secrets,
              testing::Contains("Z7Uw9xfogoEmvnEN5N1a"));
  EXPECT_EQ(Result.Findings[0].Message.find("Z7Uw"), std::string::npos);
}

TEST(KnownSecretFormat, HeaderOfSeveralUnitsIsReportedOnce) {
  TemporaryFolder Folder;
  Folder.write("k.h", "#pragma once\ninline const char *k = \"glpat-\" "
                      "\"Z7Uw9xfogoEmvnEN5N1a\";\n");
  std::string A = Folder.write("a.cpp", "#include \"k.h\"\n"),
              B = Folder.write("b.cpp", "#include \"k.h\"\n");
  auto Rules = loadRules({"known-secret-format"});
  ASSERT_TRUE(Rules);
  EXPECT_EQ(lint(*Rules, Folder.path().string(), {A, B}).Findings.size(), 1u);
}

} // namespace
} // namespace cppwarden::tests
