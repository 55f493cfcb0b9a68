// A source whose every comment is read for suppressions, with a finding on each
// line.
#include "FuzzTarget.h"
#include "report/SourceTokens.h"
#include "report/SuppressionDirective.h"

using namespace cppwarden;
using namespace cppwarden::report;

namespace {

constexpr const char *File = "src/a.cpp";

SuppressionOptions options() {
  SuppressionOptions Options;
  Options.Today = std::chrono::year(2026) / 6 / 15;
  RuleDescriptor Rule;
  for (const char *Id : {"weak-hash", "sql-injection"}) {
    Rule.Id = Id;
    Rule.Cwes = {328};
    Options.KnownRules.push_back(Rule);
    Options.EnabledRules.insert(Id);
  }
  for (const RuleDescriptor &Own : suppressionRules()) {
    Options.KnownRules.push_back(Own);
    Options.EnabledRules.insert(Own.Id);
  }
  Options.RequireReason = true;
  Options.IsFileComplete = [](llvm::StringRef) { return true; };
  Options.IsProgramComplete = true;
  return Options;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *Data,
                                      std::size_t Size) {
  static const SuppressionOptions Options = options();
  std::string Text(reinterpret_cast<const char *>(Data), Size);
  SourceText Source(Text);
  std::vector<SuppressionComment> Comments;
  SourceTokens Tokens(Text, 0);
  while (auto Token = Tokens.next()) {
    fuzz::promise(Token->Begin < Token->End && Token->End <= Text.size() &&
                      Token->ContentBegin <= Token->ContentEnd,
                  "a token lies in its text");
    if (Token->Kind != TokenKind::Comment)
      continue;
    SuppressionComment Comment;
    Comment.File = File;
    Comment.Line = Source.lineAt(Token->Begin);
    std::size_t LineBegin = Source.offset(Comment.Line, 1);
    Comment.Column = std::uint32_t(Token->Begin - LineBegin + 1);
    Comment.EndLine = Source.lineAt(Token->End - 1);
    Comment.Text = Text.substr(Token->Begin, Token->End - Token->Begin);
    Comment.OwnLine =
        llvm::StringRef(Text).slice(LineBegin, Token->Begin).trim().empty();
    if (!parseDirectives(Comment).empty())
      fuzz::accept();
    Comments.push_back(std::move(Comment));
  }
  std::vector<Finding> Findings;
  for (std::uint32_t Line = 1; Line <= Source.lineCount(); ++Line) {
    Finding Found;
    Found.RuleId = Line % 2 ? "weak-hash" : "sql-injection";
    Found.Level = Severity::Error;
    Found.Range = {File, Line, 1, Line, 2};
    Findings.push_back(std::move(Found));
  }
  std::size_t Before = Findings.size();
  BufferSources Sources({{File, Text}});
  auto Applied = applySuppressions(std::move(Findings), std::move(Comments),
                                   Sources, Options);
  fuzz::promise(Applied.size() >= Before, "no finding is lost");
  return 0;
}

std::vector<std::string> cppwarden::fuzz::seedInputs() {
  return filesOf("tests/fuzz/seeds/Suppressions");
}
