#include "report/Redaction.h"
#include "SampleReport.h"
#include <gmock/gmock.h>

using namespace cppwarden;
using namespace cppwarden::report;
using namespace cppwarden::report::testing;
using ::testing::HasSubstr;
using ::testing::Not;

static Finding about(std::vector<std::string> Secrets, SourceRange Range) {
  Finding F;
  F.RuleId = "hardcoded-credential";
  F.Range = std::move(Range);
  F.Secrets = std::move(Secrets);
  return F;
}

/// Line of the source as it is shown when F is the only finding.
static std::string shown(const Finding &F, const std::string &Text,
                         std::uint32_t Line) {
  Report R;
  R.Findings = {{F, std::nullopt}};
  BufferSources Sources({{F.Range.File, Text}});
  Redactor Redact(R, Sources);
  return Redact.line(F.Range.File, Line);
}

TEST(Redaction, ShowsAtMostThreeCharacters) {
  EXPECT_EQ(redactedForm("geheim7"), "*******");
  EXPECT_EQ(redactedForm("geheim78"), "ge…(8 characters)");
  EXPECT_EQ(redactedForm("geheim789012"), "geh…(12 characters)");
  EXPECT_EQ(redactedForm("größe789"), "gr…(8 characters)");
  EXPECT_EQ(maskedForm("geheim7"), "*******");
  EXPECT_EQ(maskedForm("geheim789012"), "geh…********");
}

TEST(Redaction, MessagesLoseEverySecretOfTheirFinding) {
  Finding F = about({"geheim", "ab"}, {"a.cpp", 1, 1, 1, 2});
  Report R;
  R.Findings = {{F, std::nullopt}};
  BufferSources Sources({});
  Redactor Redact(R, Sources);
  EXPECT_EQ(Redact.text(F, "geheim, \"geheim\", ungeheim."),
            "******, \"******\", un******.");
  // Two letters are a secret only as a word of their own.
  EXPECT_EQ(Redact.text(F, "ab \"ab\" about cab"), "** \"**\" about cab");
  EXPECT_EQ(Redact.text("geheim"), "geheim")
      << "too short to be hidden elsewhere";
}

TEST(Redaction, LongSecretsAreHiddenInEveryText) {
  Finding F = about({LongSecret}, {"a.cpp", 1, 1, 1, 2});
  Finding Other = about({}, {"b.cpp", 1, 1, 1, 2});
  Report R;
  R.Findings = {{F, std::nullopt}, {Other, std::nullopt}};
  BufferSources Sources(
      {{"b.cpp", std::string("use(\"") + LongSecret + "\");\n"}});
  Redactor Redact(R, Sources);
  std::string Secret = LongSecret;
  EXPECT_EQ(Redact.text(Other, "x" + Secret + "y"), "xqV7…(16 characters)y");
  EXPECT_EQ(Redact.text("-DKEY=" + Secret), "-DKEY=qV7…(16 characters)");
  EXPECT_EQ(Redact.line("b.cpp", 1), "use(\"qV7…************\");");
}

TEST(Redaction, OverlappingSecretsAreHiddenAsOne) {
  Finding F =
      about({"abcdefghij", "hijklmnopq", "cdef"}, {"a.cpp", 1, 1, 1, 2});
  Report R;
  R.Findings = {{F, std::nullopt}};
  BufferSources Sources({});
  EXPECT_EQ(Redactor(R, Sources).text(F, "<abcdefghijklmnopq>"),
            "<abc…(17 characters)>");
}

TEST(Redaction, ShortSecretsAreHiddenOnTheLinesOfTheirFinding) {
  std::string Text = "login(\"root\");\nroot();\n";
  Finding F = about({"root"}, rangeOf("a.cpp", Text, 1, "\"root\""));
  EXPECT_EQ(shown(F, Text, 1), "login(\"****\");");
  EXPECT_EQ(shown(F, Text, 2), "root();");
}

TEST(Redaction, FindsTheSpellingOfALiteral) {
  std::string Text = R"x(key = "p\"w\\d";)x"
                     "\n";
  Finding F = about({"p\"w\\d"}, rangeOf("a.cpp", Text, 1, "key"));
  EXPECT_THAT(shown(F, Text, 1), Not(HasSubstr("w\\")));
}

TEST(Redaction, HidesLiteralsThatSpellItOtherwise) {
  Finding F = about({"AKfoobar12"}, {});
  std::string Text = R"x(connect(host, "\x41\x4bfoo" "bar12", 7);)x"
                     "\n";
  F.Range = rangeOf("a.cpp", Text, 1, R"x("\x41\x4bfoo" "bar12")x");
  EXPECT_EQ(shown(F, Text, 1), R"x(connect(host, "\x…********" "*****", 7);)x");

  Text = "char k[] = {'A', 'K', 'f'};\n";
  F.Range = rangeOf("a.cpp", Text, 1, "{'A', 'K', 'f'}");
  EXPECT_EQ(shown(F, Text, 1), "char k[] = {'*', '*', '*'};");

  Text = "char k[] = {0x41, 0x4b, 102};\n";
  F.Range = rangeOf("a.cpp", Text, 1, "{0x41, 0x4b, 102}");
  EXPECT_EQ(shown(F, Text, 1), "char k[] = {****, ****, ***};");
}

TEST(Redaction, HidesTheLiteralAtTheOriginOfAFlow) {
  std::string Text = "auto k = \"\\x41\\x42\";\nconnect(\"db\", k);\n";
  Finding F = about({"AB"}, rangeOf("a.cpp", Text, 2, "k"));
  F.Flow = {
      {FlowStepKind::Origin, rangeOf("a.cpp", Text, 1, "\"\\x41\\x42\""), ""},
      {FlowStepKind::Sink, F.Range, ""}};
  EXPECT_EQ(shown(F, Text, 1), "auto k = \"\\x…*****\";");
  EXPECT_EQ(shown(F, Text, 2), "connect(\"db\", k);");
}

TEST(Redaction, HidesRawStringsLineByLine) {
  std::string Secret = "first line 12345\nsecond line 6789";
  std::string Text = "auto k = R\"(" + Secret + ")\";\nint y;\n";
  Finding F = about({Secret}, {"a.cpp", 1, 10, 2, 19});
  EXPECT_EQ(shown(F, Text, 1), "auto k = R\"(fir…************");
  EXPECT_EQ(shown(F, Text, 2), "sec…************)\";");
  EXPECT_EQ(shown(F, Text, 3), "int y;");
}

TEST(Redaction, NoFormatShowsASecret) {
  for (const Format &F : formats()) {
    Sample S = sampleReport();
    S.Value.Run.CommandLine = {"cppwarden", "check",
                               std::string("--extra-arg=-DK=") + LongSecret};
    S.Value.Units.Problems.front().FirstError =
        std::string("unexpected ") + LongSecret;
    WriteOptions Options;
    Options.ShowSuppressed = true;
    std::string Text = written(F.Name, S, Options);
    EXPECT_THAT(Text, Not(HasSubstr(LongSecret))) << F.Name.str();
    EXPECT_THAT(Text, Not(HasSubstr(ShortSecret))) << F.Name.str();
    EXPECT_THAT(Text, Not(HasSubstr("/home/someone"))) << F.Name.str();
  }
}
