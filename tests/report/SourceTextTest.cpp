#include "report/SourceText.h"
#include "report/SourceProvider.h"
#include "report/SourceTokens.h"
#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>

using namespace cppwarden::report;
using ::testing::ElementsAre;

TEST(SourceText, LinesEndAsClangCountsThem) {
  SourceText Text("one\ntwo\r\nthree\rfour");
  EXPECT_EQ(Text.lineCount(), 4u);
  EXPECT_EQ(Text.line(1), "one");
  EXPECT_EQ(Text.line(2), "two");
  EXPECT_EQ(Text.line(3), "three");
  EXPECT_EQ(Text.line(4), "four");
  EXPECT_EQ(Text.line(0), "");
  EXPECT_EQ(Text.line(5), "");
  EXPECT_EQ(SourceText("a\n").lineCount(), 1u);
  EXPECT_EQ(SourceText("").lineCount(), 0u);
}

TEST(SourceText, PlacesOutsideMoveToTheNearest) {
  SourceText Text("ab\ncd\n");
  EXPECT_EQ(Text.offset(2, 1), 3u);
  EXPECT_EQ(Text.offset(2, 99), 5u);
  EXPECT_EQ(Text.offset(99, 1), 6u);
  EXPECT_EQ(Text.offset(0, 0), 0u);
  EXPECT_EQ(Text.lineAt(2), 1u);
  EXPECT_EQ(Text.lineAt(3), 2u);
}

TEST(SourceText, ColumnsInUtf16) {
  // "é" has two bytes and one unit, "🙂" four bytes and two units.
  SourceText Text("é🙂x\n");
  EXPECT_EQ(Text.utf16Column(1, 1), 1u);
  EXPECT_EQ(Text.utf16Column(1, 3), 2u);
  EXPECT_EQ(Text.utf16Column(1, 7), 4u);
  EXPECT_EQ(Text.utf16Column(1, 99), 5u);
}

TEST(SourceText, IllFormedPartsAreReplacedOneByOne) {
  // An overlong form, a surrogate, a truncated sequence, a stray byte.
  EXPECT_EQ(wellFormedUtf8("\xC0\xAF"), "\uFFFD\uFFFD");
  EXPECT_EQ(wellFormedUtf8("\xED\xA0\x80"), "\uFFFD\uFFFD\uFFFD");
  EXPECT_EQ(wellFormedUtf8("\xE2\x82z"), "\uFFFDz");
  EXPECT_EQ(wellFormedUtf8("a\x80z"), "a\uFFFDz");
  EXPECT_EQ(wellFormedUtf8("größe 🙂"), "größe 🙂");
}

TEST(SourceProvider, ReadsBelowItsRootOnly) {
  std::filesystem::path Top =
      std::filesystem::temp_directory_path() / "cppwarden-sources-test";
  std::filesystem::remove_all(Top);
  std::filesystem::create_directories(Top / "root" / "src");
  std::ofstream(Top / "root" / "src" / "a.cpp") << "int a;\n";
  std::ofstream(Top / "outside.cpp") << "int o;\n";
  DirectorySources Sources((Top / "root").string());
  ASSERT_NE(Sources.find("src/a.cpp"), nullptr);
  EXPECT_EQ(Sources.find("src/a.cpp")->line(1), "int a;");
  EXPECT_EQ(Sources.find("../outside.cpp"), nullptr);
  EXPECT_EQ(Sources.find("src/../../outside.cpp"), nullptr);
  EXPECT_EQ(Sources.find("src"), nullptr);
  EXPECT_EQ(Sources.find("missing.cpp"), nullptr);
  EXPECT_EQ(Sources.find("/dev/zero"), nullptr);
  EXPECT_NE(Sources.find((Top / "outside.cpp").string()), nullptr);
  // What was read stays, even when the file goes: an output is of one piece.
  const SourceText *Before = Sources.find("src/a.cpp");
  std::filesystem::remove_all(Top);
  EXPECT_EQ(Sources.find("src/a.cpp"), Before);
}

static std::vector<std::string> tokens(llvm::StringRef Text,
                                       std::optional<TokenKind> Only = {}) {
  std::vector<std::string> Result;
  SourceTokens Tokens(Text, 0);
  while (auto Token = Tokens.next())
    if (!Only || Token->Kind == *Only)
      Result.push_back(Text.slice(Token->Begin, Token->End).str());
  return Result;
}

TEST(SourceTokens, TellsCommentsFromStrings) {
  EXPECT_THAT(tokens(R"(s = "/* no */"; // yes "no")", TokenKind::Comment),
              ElementsAre("// yes \"no\""));
  EXPECT_THAT(tokens("a /* x\ny */ b // c \\\n d\ne", TokenKind::Comment),
              ElementsAre("/* x\ny */", "// c \\\n d"));
  EXPECT_THAT(tokens("/* open"), ElementsAre("/* open"));
}

TEST(SourceTokens, ReadsEveryKindOfLiteral) {
  EXPECT_THAT(tokens(R"x(u8"a\"b" LR"q(c)"d)q" 'e' L'\'' "open)x"),
              ElementsAre(R"(u8"a\"b")", R"x(LR"q(c)"d)q")x", "'e'", R"(L'\'')",
                          "\"open"));
  EXPECT_THAT(tokens("1'000'000 0x1e+2 1e+2 .5f 7u"),
              ElementsAre("1'000'000", "0x1e", "+", "2", "1e+2", ".5f", "7u"));
  EXPECT_THAT(tokens("FOO\"x\""), ElementsAre("FOO", "\"x\""));
}

TEST(SourceTokens, GivesTheContentOfLiterals) {
  llvm::StringRef Text = "R\"--(raw\n)--\" \"abc";
  SourceTokens Tokens(Text, 0);
  auto Raw = Tokens.next();
  ASSERT_TRUE(Raw);
  EXPECT_EQ(Text.slice(Raw->ContentBegin, Raw->ContentEnd), "raw\n");
  auto Open = Tokens.next();
  ASSERT_TRUE(Open);
  EXPECT_EQ(Text.slice(Open->ContentBegin, Open->ContentEnd), "abc");
  EXPECT_FALSE(Tokens.next());
}

TEST(SourceTokens, EndsOnAnyBytes) {
  // Every prefix of a nasty text: terminates and stays inside.
  std::string Text =
      "R\"(a)\" \"\\\\\n '\\' u8R\"x(\\\n/* * / // \\\r\n#\x80\xFF";
  for (std::size_t Size = 0; Size <= Text.size(); ++Size) {
    llvm::StringRef Prefix = llvm::StringRef(Text).take_front(Size);
    SourceTokens Tokens(Prefix, 0);
    std::size_t Last = 0;
    while (auto Token = Tokens.next()) {
      ASSERT_GE(Token->Begin, Last);
      ASSERT_GT(Token->End, Token->Begin);
      ASSERT_LE(Token->End, Size);
      ASSERT_LE(Token->ContentBegin,
                std::max(Token->ContentEnd, Token->ContentBegin));
      ASSERT_LE(Token->ContentEnd, Size);
      Last = Token->End;
    }
  }
}
